package rule

// SL901 reports an approval that approves nothing.
var SL901 = Rule{
	ID: "SL901", Name: "stale-approval", Severity: "warning",
	Title: "an approval that matches nothing, or whose time is over",
	Why: `An approval outlives the code that it was written for. What it covers next is
something that nobody looked at.`,
	Bad: `//sessionlint:allow SL103 the importer needs one transaction
func (s *Store) Import(ctx context.Context) error { // takes none any more
	return s.each(ctx, s.insert)
}`,
	Good: `func (s *Store) Import(ctx context.Context) error {
	return s.each(ctx, s.insert)
}`,
	Approve: `Nothing: remove the approval.`,
	Limits: `Judged by the command when it looks at the whole module, not in go vet, where
each package is seen alone.`,
}

// SL902 reports a directive that cannot be understood.
var SL902 = Rule{
	ID: "SL902", Name: "bad-directive", Severity: "error",
	Title: "a malformed directive, or one without a reason",
	Why: `A directive that is misspelt approves nothing, and a reader takes it for an
approval. One without a reason cannot be reviewed.`,
	Bad:     `//sessionlint:allow SL103`,
	Good:    `//sessionlint:allow SL103 the nightly import is one transaction by contract`,
	Approve: `Nothing: correct the directive.`,
	Limits:  `Comments that only mention the tool are left alone.`,
}

// SL903 reports background code that a request waits for.
var SL903 = Rule{
	ID: "SL903", Name: "background-on-request-path", Severity: "error",
	Title: "code approved as background is called synchronously on a request path",
	Why: `The approval was given because nobody waits for this code and it has sessions of
its own. On a request path both are wrong: the request waits, and takes sessions that
no policy sees.`,
	Bad: `//sessionlint:background cleans up once an hour
func (c *Cleaner) Run(ctx context.Context) error { … }

func (h *Handler) Clean(w http.ResponseWriter, r *http.Request) {
	_ = h.cleaner.Run(r.Context())
}`,
	Good: `func (h *Handler) Clean(w http.ResponseWriter, r *http.Request) {
	h.cleaner.Trigger() // the worker runs it
}`,
	Approve: `An entry of the configuration with "on: request" covers request paths, too.`,
	Limits:  `A call through go is no synchronous one.`,
}
