package org.lectern.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.lectern.core.IiifException;
import org.lectern.service.Answer;
import org.lectern.service.Asked;
import org.lectern.service.Caller;
import org.lectern.service.ItemService;

/** Serves items by their bare names, and leads from base URIs to documents. */
public final class ItemServlet extends RouteServlet {

    /** What it is registered as. */
    public static final String NAME = "ItemServlet";

    private final ItemService items;

    /** Over the use case. */
    public ItemServlet(Exchange exchange, ItemService items) {
        super(exchange);
        this.items = Objects.requireNonNull(items);
    }

    @Override
    Answer answer(Route route, HttpServletRequest request, Caller caller) {
        if (route instanceof Route.Base base) {
            return items.base(base.asked(), caller);
        }
        if (route instanceof Route.Slashed slashed) {
            return items.slashed(slashed.asked(), Negotiation.prefersHtml(request), caller);
        }
        Asked asked = ((Route.Item) route).asked();
        return items.item(asked, Negotiation.prefersHtml(request), caller)
                .orElseThrow(() -> new IiifException.Missing("There is nothing named '" + asked.id() + "' here."));
    }
}
