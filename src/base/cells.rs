//! Text as terminal cells: how wide it is, where to cut it, and how to make it harmless.
