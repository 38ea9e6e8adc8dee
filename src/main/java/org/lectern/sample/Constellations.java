package org.lectern.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The brighter stars of the northern sky, and the figures people see in them. */
final class Constellations {

    /** Name, right ascension in hours, declination in degrees, magnitude. */
    private static final String STARS = """
            Dubhe 11.06 61.75 1.8|Merak 11.03 56.4 2.4|Phecda 11.90 53.7 2.4|Megrez 12.26 57.0 3.3
            Alioth 12.90 55.96 1.8|Mizar 13.40 54.9 2.2|Alkaid 13.79 49.3 1.9
            Polaris 2.53 89.26 2.0|Yildun 17.54 86.6 4.4|eUMi 16.77 82.0 4.2|zUMi 15.73 77.8 4.3
            Kochab 14.85 74.2 2.1|Pherkad 15.35 71.8 3.0|hUMi 16.29 75.8 4.9
            Caph 0.15 59.15 2.3|Schedar 0.675 56.5 2.2|gCas 0.945 60.7 2.5|Ruchbah 1.43 60.2 2.7|Segin 1.91 63.7 3.4
            Alderamin 21.31 62.6 2.5|Alfirk 21.48 70.6 3.2|Errai 23.66 77.6 3.2|iCep 22.83 66.2 3.5|zCep 22.18 58.2 3.4
            Deneb 20.69 45.3 1.25|Sadr 20.37 40.3 2.2|Aljanah 20.77 33.97 2.5|Fawaris 19.75 45.1 2.9
            Albireo 19.51 27.96 3.1|hCyg 19.94 35.1 3.9
            Vega 18.62 38.8 0.0|zLyr 18.75 37.6 4.3|Sheliak 18.83 33.4 3.5|Sulafat 18.98 32.7 3.2|dLyr 18.91 36.9 4.3
            Altair 19.85 8.87 0.8|Tarazed 19.77 10.6 2.7|Alshain 19.92 6.4 3.7|zAql 19.09 13.9 3.0
            Arcturus 14.26 19.2 0.0|Izar 14.75 27.1 2.4|dBoo 15.26 33.3 3.5|Nekkar 15.03 40.4 3.5
            Seginus 14.53 38.3 3.0|rBoo 14.53 30.4 3.6
            Alphecca 15.58 26.7 2.2|bCrB 15.46 29.1 3.7|tCrB 15.55 31.4 4.1|gCrB 15.71 26.3 3.8|dCrB 15.83 26.1 4.6
            eCrB 15.96 26.9 4.1
            Regulus 10.14 12.0 1.4|hLeo 10.12 16.8 3.5|Algieba 10.33 19.8 2.0|zLeo 10.28 23.4 3.4|mLeo 9.88 26.0 3.9
            eLeo 9.76 23.8 3.0|Zosma 11.24 20.5 2.6|Chertan 11.24 15.4 3.3|Denebola 11.82 14.6 2.1
            Castor 7.58 31.9 1.6|Pollux 7.76 28.0 1.1|Alhena 6.63 16.4 1.9|Tejat 6.38 22.5 2.9|Mebsuta 6.73 25.1 3.0
            Wasat 7.34 22.0 3.5
            Capella 5.28 46.0 0.1|Menkalinan 5.99 44.9 1.9|tAur 5.99 37.2 2.6|Elnath 5.44 28.6 1.7|iAur 4.95 33.2 2.7
            Aldebaran 4.60 16.5 0.9|zTau 5.63 21.1 3.0|eTau 4.48 19.2 3.5|gTau 4.33 15.6 3.7
            Betelgeuse 5.92 7.4 0.5|Rigel 5.24 -8.2 0.1|Bellatrix 5.42 6.35 1.6|Mintaka 5.53 -0.3 2.2
            Alnilam 5.60 -1.2 1.7|Alnitak 5.68 -1.9 1.7|Saiph 5.80 -9.7 2.1
            Mirfak 3.41 49.9 1.8|Algol 3.14 40.96 2.1|gPer 3.08 53.5 2.9|dPer 3.72 47.8 3.0|ePer 3.96 40.0 2.9
            zPer 3.90 31.9 2.9
            Alpheratz 0.14 29.1 2.1|Mirach 1.16 35.6 2.1|Almach 2.06 42.3 2.1|dAnd 0.66 30.9 3.3
            Scheat 23.06 28.1 2.4|Markab 23.08 15.2 2.5|Algenib 0.22 15.2 2.8|Enif 21.74 9.9 2.4
            Procyon 7.65 5.2 0.4|Gomeisa 7.45 8.3 2.9|Spica 13.42 -11.2 1.0
            zHer 16.69 31.6 2.8|hHer 16.71 38.9 3.5|pHer 17.25 36.8 3.2|eHer 17.00 30.9 3.9|bHer 16.50 21.5 2.8
            Eltanin 17.94 51.5 2.2|Rastaban 17.51 52.3 2.8|nDra 17.54 55.2 4.9|Grumium 17.89 56.9 3.7|dDra 19.21 67.7 3.1
            cDra 18.35 72.7 3.6|zDra 17.15 65.7 3.2|hDra 16.40 61.5 2.7|tDra 16.03 58.6 4.0|iDra 15.42 59.0 3.3
            Thuban 14.07 64.4 3.7|kDra 12.56 69.8 3.9|lDra 11.52 69.3 3.8
            """;

    /** Name of the figure, where its name stands, and its lines from star to star. */
    private static final String FIGURES = """
            Ursa Major @10.0 45.0: Dubhe Merak Phecda Megrez Dubhe, Megrez Alioth Mizar Alkaid
            Ursa Minor @11.0 72.7: Polaris Yildun eUMi zUMi Kochab Pherkad hUMi zUMi
            Cassiopeia @1.05 52.5: Caph Schedar gCas Ruchbah Segin
            Cepheus @20.5 66.5: Alderamin Alfirk Errai iCep Alderamin, iCep zCep Alderamin
            Cygnus @21.6 38.0: Deneb Sadr hCyg Albireo, Fawaris Sadr Aljanah
            Lyra @18.2 32.5: Vega zLyr Sheliak Sulafat dLyr zLyr
            Aquila @19.4 4.0: Tarazed Altair Alshain, Altair zAql
            Boötes @13.5 30.0: Arcturus Izar dBoo Nekkar Seginus rBoo Arcturus
            Corona Borealis @15.95 12.0: tCrB bCrB Alphecca gCrB dCrB eCrB
            Leo @10.9 9.5: Regulus hLeo Algieba zLeo mLeo eLeo, Algieba Zosma Denebola Chertan Regulus, Zosma Chertan
            Gemini @7.05 36.0: Castor Mebsuta Tejat, Pollux Wasat Alhena, Castor Pollux
            Auriga @5.3 58.0: Capella Menkalinan tAur Elnath iAur Capella
            Taurus @4.6 10.0: Elnath eTau gTau Aldebaran zTau
            Orion @4.3 -6.0: Betelgeuse Bellatrix Mintaka Rigel Saiph Alnitak Betelgeuse, Mintaka Alnilam Alnitak
            Perseus @3.35 57.5: gPer Mirfak dPer ePer zPer, Mirfak Algol
            Andromeda @1.25 30.0: Alpheratz dAnd Mirach Almach
            Pegasus @22.0 24.0: Alpheratz Scheat Markab Algenib Alpheratz, Markab Enif
            Canis Minor @8.5 10.0: Procyon Gomeisa
            Virgo @13.2 -6.0: Spica
            Hercules @17.9 22.0: zHer hHer pHer eHer zHer bHer
            Draco @16.2 50.0: Eltanin Rastaban nDra Grumium Eltanin, Grumium dDra cDra zDra hDra tDra iDra Thuban kDra lDra
            """;

    /**
     * A star.
     *
     * @param hours right ascension
     * @param degrees declination
     * @param magnitude 0 is bright, 6 the faintest
     */
    record Star(String name, double hours, double degrees, double magnitude) {
        /** Whether people gave it a name that is worth writing beside it. */
        boolean famous() {
            return magnitude < 1.62 && Character.isUpperCase(name.charAt(0)) || name.equals("Polaris");
        }
    }

    /** A figure: lines from star to star, and the place of its name. */
    record Figure(String name, double hours, double degrees, List<List<Star>> lines) {}

    private Constellations() {}

    static Map<String, Star> stars() {
        Map<String, Star> stars = new LinkedHashMap<>();
        for (String entry : STARS.strip().split("[|\\n]")) {
            String[] part = entry.strip().split(" ");
            Star star = new Star(part[0], number(part[1]), number(part[2]), number(part[3]));
            stars.put(star.name(), star);
        }
        return stars;
    }

    static List<Figure> figures(Map<String, Star> stars) {
        List<Figure> figures = new ArrayList<>();
        for (String entry : FIGURES.strip().split("\\n")) {
            String[] part = entry.split(" @|: ");
            String[] place = part[1].split(" ");
            List<List<Star>> lines = new ArrayList<>();
            for (String line : part[2].split(", ")) {
                lines.add(List.of(line.split(" ")).stream().map(stars::get).toList());
            }
            figures.add(new Figure(part[0], number(place[0]), number(place[1]), lines));
        }
        return figures;
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
