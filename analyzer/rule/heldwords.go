package rule

import (
	"fmt"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// heldWords are the message and the help of a finding.
func heldWords(p *link.Program, z link.Hazard, exit Position) (message, help string) {
	what, held := display(summary.Bare(z.Symbol)), heldNoun(z.Hold)
	switch z.Kind {
	case link.TakesSecond:
		if z.Dropped {
			return fmt.Sprintf("%s takes a session of its own here (%s) while the path holds a %s that it is not given", display(summary.Bare(z.Callee)), what, held),
				"pass the " + held + " on"
		}
		if z.Again {
			return fmt.Sprintf("%s takes a %s on each turn of the loop, and those of the turns before are held", what, resNoun(z.Res)),
				"end it before the next turn: give the body of the loop a function of its own, in which a deferred release runs"
		}
		return fmt.Sprintf("%s takes a second %s while the path holds a %s", what, resNoun(z.Res), held),
			"use the " + held + " that is held: pass it down, or finish it before this"
	case link.QueriesPool:
		return fmt.Sprintf("%s goes to the pool while the path holds a %s", what, held),
			"run it on the " + held + " that is held, or finish that before this"
	case link.SendsToStream:
		return fmt.Sprintf("%s waits for the client while the path holds a %s", what, held),
			"read what is needed, give the " + held + " back, then send; or take a short one per message"
	case link.Waits:
		return fmt.Sprintf("%s waits while the path holds a %s", what, held),
			"do it before the " + held + " begins or after it ends"
	case link.Outlives:
		if z.Symbol != "go" {
			return fmt.Sprintf("%s runs its function after the handler returned, and that function uses the %s of the handler", what, held),
				"take a session of its own in that function, or read what it needs before"
		}
		return fmt.Sprintf("a goroutine that nobody waits for receives the %s of its caller", held),
			"take a session of its own in the goroutine, or wait for it before the " + held + " ends"
	case link.Leaks:
		if z.OnError {
			return fmt.Sprintf("the %s that %s takes is not given back on the way out in line %d: what is deferred ends it only if its error is set, and there it is not", held, what, exit.Line),
				"name the error result of the function and use it in the deferred call, or defer the release without a condition"
		}
		return fmt.Sprintf("the %s that %s takes is not given back on the way out in line %d", held, what, exit.Line),
			"defer its release right after taking it"
	}
	return fmt.Sprintf("%s begins a %s that writes, and the success in line %d does not commit it", what, held, exit.Line),
		"commit before returning success"
}

func heldNoun(h link.Hold) string {
	if h.Rows {
		return "result set"
	}
	return resNoun(h.Kind)
}

func resNoun(k catalog.Kind) string {
	switch k {
	case catalog.Tx:
		return "transaction"
	case catalog.Conn, catalog.Checkout:
		return "connection"
	}
	return "session"
}

// heldName names what is held: a parameter by its type.
func heldName(h link.Hold) string { return summary.Bare(h.Symbol) }
