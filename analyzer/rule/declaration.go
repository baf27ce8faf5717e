package rule

import (
	"cmp"
	"slices"
)

// Declaration is an approval as an audit lists it: what somebody wrote, whether
// or not it approves anything.
type Declaration struct {
	By        string   `json:"by"`              // "directive" or "config"
	What      string   `json:"what"`            // "provider", "background", "shared", "allow" or "nolint"
	Rules     []string `json:"rules,omitempty"` // of an allow
	Symbol    string   `json:"symbol,omitempty"`
	Reason    string   `json:"reason"`
	Owner     string   `json:"owner,omitempty"`
	Until     string   `json:"until,omitempty"`
	OnRequest bool     `json:"onRequest,omitempty"` // it holds on request paths, too
	Used      bool     `json:"used"`                // it approves something
	Expired   bool     `json:"expired,omitempty"`   // its time is over
	Position  Position `json:"position"`
}

// declarations lists what approves, by place.
func (a *approvals) declarations() []Declaration {
	out := []Declaration{}
	for _, e := range a.list {
		switch e.What {
		case "provider", "background", "shared", "allow", "nolint":
			out = append(out, Declaration{
				By: e.By, What: e.What, Rules: e.Rules, Symbol: e.Symbol, Reason: e.Reason, Owner: e.Owner, Until: e.Until,
				OnRequest: e.OnRequest, Used: e.used, Expired: e.expired, Position: e.Position,
			})
		}
	}
	slices.SortStableFunc(out, func(a, b Declaration) int {
		return cmp.Or(comparePos(a.Position, b.Position), cmp.Compare(a.What, b.What), cmp.Compare(a.Symbol, b.Symbol))
	})
	return out
}
