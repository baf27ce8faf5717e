package report

import "github.com/sessionlint/sessionlint/analyzer/rule"

// approval says what approves an acquisition, who answers for it and how long,
// and why, unless that is the reason of the verdict. prose and code write text
// in the format at hand.
func approval(p *rule.Approval, reason string, prose, code func(string) string) string {
	out := prose(p.By)
	if p.What != "" {
		out += " (" + prose(p.What) + ")"
	}
	if p.Position.File != "" {
		out += " at " + code(place(p.Position))
	}
	if p.Owner != "" {
		out += ", owner " + prose(p.Owner)
	}
	if p.Until != "" {
		out += ", until " + prose(p.Until)
	}
	if p.Reason != "" && p.Reason != reason {
		out += ": " + prose(p.Reason)
	}
	return out
}
