"""Why a passage is on a page, or is not: found by some words of it, told with every place that it has."""
