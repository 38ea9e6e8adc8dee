package org.lectern.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request made by hand. What our code is not to ask a request for, it throws at. */
final class StubRequest {

    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();
    private String method = "GET";
    private String uri = "/";
    private String query;
    private String contextPath = "";
    private String address = "192.0.2.1";
    private String scheme = "http";
    private String forwardedTo;

    StubRequest method(String text) {
        method = text;
        return this;
    }

    StubRequest uri(String text) {
        uri = text;
        return this;
    }

    StubRequest query(String text) {
        query = text;
        return this;
    }

    StubRequest contextPath(String text) {
        contextPath = text;
        return this;
    }

    StubRequest from(String text) {
        address = text;
        return this;
    }

    StubRequest scheme(String text) {
        scheme = text;
        return this;
    }

    StubRequest header(String name, String value) {
        headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        return this;
    }

    StubRequest attribute(String name, Object value) {
        attributes.put(name, value);
        return this;
    }

    String forwardedTo() {
        return forwardedTo;
    }

    Object attribute(String name) {
        return attributes.get(name);
    }

    HttpServletRequest stub() {
        return stub(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> method;
            case "getRequestURI" -> uri;
            case "getQueryString" -> query;
            case "getContextPath" -> contextPath;
            case "getRemoteAddr" -> address;
            case "getScheme" -> scheme;
            case "getServerName" -> "local.example";
            case "getServerPort" -> 8080;
            case "getServletContext" -> context();
            case "getHeader" -> headers.getOrDefault(arguments[0], List.of()).stream().findFirst().orElse(null);
            case "getHeaders" -> Collections.enumeration(headers.getOrDefault(arguments[0], List.of()));
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private ServletContext context() {
        return stub(ServletContext.class, (name, arguments) -> switch (name) {
            case "getContextPath" -> contextPath;
            case "getNamedDispatcher" -> dispatcher((String) arguments[0]);
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private RequestDispatcher dispatcher(String servlet) {
        return stub(RequestDispatcher.class, (name, arguments) -> {
            if (!name.equals("forward")) {
                throw new UnsupportedOperationException(name);
            }
            forwardedTo = servlet;
            return null;
        });
    }

    static <T> T stub(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    Object result = calls.call(called.getName(), arguments);
                    return called.getReturnType() == void.class ? null : result;
                }));
    }

    /** What a stub does. */
    @FunctionalInterface
    interface Calls {
        Object call(String name, Object[] arguments);
    }
}
