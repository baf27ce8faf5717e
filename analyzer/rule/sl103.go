package rule

import (
	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// SL103 reports sessions and transactions that a handler takes by itself, or
// that nobody ends.
var SL103 = Rule{
	ID: "SL103", Name: "session-in-handler", Severity: "warning",
	Title: "a session or transaction is acquired on a request or stream path outside an approved provider",
	Why: `A handler that begins its own transaction cannot be composed: the next layer
begins a second one, which is a second unit of work, and a second connection taken
while the first is held (under load that deadlocks the pool). One place per
request should take the session, own its end, and hand it on.`,
	Bad: `func (h *Handler) Create(w http.ResponseWriter, r *http.Request) {
	tx, err := h.db.BeginTx(r.Context(), nil)
	if err != nil { … }
	defer tx.Rollback()
	h.orders.Create(r.Context(), tx, o)
	tx.Commit()
}`,
	Good: `func (h *Handler) Create(w http.ResponseWriter, r *http.Request) {
	err := h.store.InTx(r.Context(), func(tx *sql.Tx) error {
		return h.orders.Create(r.Context(), tx, o)
	})
	…
}`,
	Approve: `Approved by nature under the standard policy: a callback API that ends the
transaction itself; below the handler, a unit of work that the function which takes
it also ends; middleware that takes a session, hands it on and ends it; a
constructor that returns it (its call is judged instead). The policies strict and
relaxed ask about every session, or about none.`,
	Limits: `Whether a session is ended on every path is judged by its presence in the
function, not path by path.`,
	Measured: `Read by hand on 107 applications that were new to the tool, of together 5.1 million
lines: 177 true, 4 wrong (0.04 in 50,000 lines). The causes of two of the wrong ones are
gone since. After that, on 31 others of 0.9 million lines: 19 true, none wrong, one
debatable.`,
}

// sessionJudgement is what SL103 thinks of one place.
type sessionJudgement struct {
	report   bool
	reason   string // verdict reason when not reported, cause when reported
	help     string
	approval string // what approves it by nature, or ""
}

// judgeSession applies the policy to a session or transaction that a request
// waits for.
func judgeSession(s *site, level Strictness) sessionJudgement {
	if s.use&summary.UseReturned != 0 {
		return sessionJudgement{
			reason:   display(s.function()) + " is a provider: it returns the " + s.noun() + ", and its calls are judged instead",
			approval: "provider",
		}
	}
	if level == Relaxed {
		return sessionJudgement{reason: "sessions on request paths are not judged under the relaxed policy"}
	}
	if s.nested {
		return sessionJudgement{reason: "nested in a session that is held already: it takes no connection of its own", approval: "nested"}
	}
	if level == Strict {
		return sessionJudgement{
			report: true,
			reason: "the strict policy wants every session to come from a declared provider",
			help:   "take the " + s.noun() + " from the request's provider, or declare " + display(s.function()) + " as one",
		}
	}
	if s.auto {
		return sessionJudgement{reason: display(s.symbol) + " ends the " + s.noun() + " itself: a unit of work", approval: "unit of work"}
	}
	handsOn := s.use&(summary.UseHanded|summary.UseReturnsEnd) != 0
	if s.inHandler {
		if handsOn && s.passesOn {
			return sessionJudgement{reason: "middleware: it hands the " + s.noun() + " to the next handler and owns its end", approval: "provider"}
		}
		return sessionJudgement{
			report: true,
			reason: "a handler should be given its " + s.noun(),
			help:   "begin it in middleware or in a run-in-transaction helper that ends it, and pass it to " + display(s.function()),
		}
	}
	if s.beside && s.use&summary.UseInstead == 0 {
		return sessionJudgement{
			report: true,
			reason: display(s.function()) + " is given a session and takes another beside it",
			help:   "use the session that " + display(s.function()) + " is given: a second one is a second unit of work and a second connection",
		}
	}
	switch {
	case s.released():
		return sessionJudgement{reason: "a unit of work on a shared pool, ended by the function that takes it", approval: "unit of work"}
	case handsOn:
		return sessionJudgement{reason: "handed on by a provider that owns its end", approval: "provider"}
	case s.use&summary.UseStored != 0:
		return sessionJudgement{reason: "kept by a longer-lived value, which owns its end", approval: "provider"}
	}
	return sessionJudgement{
		report: true,
		reason: "nothing in " + display(s.function()) + " ends it or hands it on",
		help:   "end the " + s.noun() + " on every path: defer its release right after taking it",
	}
}

// noun is what a reader calls the resource.
func (s *site) noun() string {
	switch s.kind {
	case catalog.Tx:
		return "transaction"
	case catalog.Checkout:
		return "connection"
	case catalog.Session:
		return "session"
	case catalog.Conn:
		return "connection"
	}
	return "pool"
}

func sessionMessage(s *site, j sessionJudgement, stream bool, entries int) string {
	path := "a request path"
	if stream {
		path = "a stream path"
	}
	verb := "takes a " + s.noun()
	if s.kind == catalog.Tx {
		verb = "begins a transaction"
	}
	return display(s.symbol) + " " + verb + " on " + path + ": " + j.reason + reachedBy(entries)
}
