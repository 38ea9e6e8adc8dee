/**
 * HTTP: routes, filters, servlets, replies, problems. Entry type: {@code Route}.
 *
 * <p>Imports: core, service.
 */
package org.lectern.web;
