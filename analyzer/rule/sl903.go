package rule

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
