"""Measuring: what the stages found, held against what people labelled."""
