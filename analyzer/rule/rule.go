// Package rule judges a linked program: what is the verdict of every
// acquisition on all its paths, and which rules are broken where.
//
// In: programs, a policy, and a function that names files. Out: a Report
// without the parts that only a run knows (what could not be loaded). Each
// rule is a file that holds its documentation, its condition and its words.
package rule

// Rule is one rule with its documentation.
type Rule struct {
	ID, Name string
	Severity string // "error" or "warning"
	Title    string // one line: what it reports
	Why      string
	Bad      string // Go code that breaks it
	Good     string // the same, right
	Approve  string // when a place is right all the same, and how that is recognised
	Limits   string
	Measured string // how often it was wrong on real code, when somebody has read that
}

// All lists the rules in the order of their ids.
func All() []*Rule {
	return []*Rule{&SL101, &SL102, &SL103, &SL201, &SL202, &SL301, &SL302, &SL303, &SL401, &SL402, &SL901, &SL902, &SL903}
}

// Find is the rule of an id, or nil.
func Find(id string) *Rule {
	for _, r := range All() {
		if r.ID == id {
			return r
		}
	}
	return nil
}
