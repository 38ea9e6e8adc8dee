/**
 * HTTP: routes, filters, servlets, replies, problems. Entry type: {@link org.lectern.web.Route}.
 *
 * <p>A request passes {@code ErrorFilter}, {@code CorsFilter} and {@code RouteFilter}, which reads its
 * route and hands it to the servlet of that name; that asks a use case, and {@code Reply} sends what it
 * answers, by a {@code Delivery} that weighs conditions and ranges. Failures end in {@code Problems}, and nowhere else.
 *
 * <p>To add a route: a record in {@code Route}, its place in {@code RouteParser}, a servlet of ten lines
 * that is registered under {@code NAME}, and rows in {@code RouteTest}.
 *
 * <p>Imports: core, blob, service.
 */
package org.lectern.web;
