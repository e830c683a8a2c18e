"""The live desk: the ledger over HTTP, with a map, a timeline, a live stream and open standards."""
