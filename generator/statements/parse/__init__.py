"""The parse: tokens with their classes, noun phrases, verb groups, subjects and quotations of one sentence."""
