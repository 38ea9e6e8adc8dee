package org.lectern.presentation;

/** What stands in a range: another range, or a canvas. */
public sealed interface RangeMember permits Range, Range.Part {}
