package rule

// EntryPoint is a place where execution begins, and what one pass through it
// acquires.
type EntryPoint struct {
	Kind      string   `json:"kind"`
	Framework string   `json:"framework,omitempty"`
	Function  string   `json:"function"`
	Route     string   `json:"route,omitempty"`
	Routes    []string `json:"routes,omitempty"` // all of them, when there are several
	Position  Position `json:"position"`
	Sessions  string   `json:"sessions"`         // none, one, several or per-iteration
	AtMost    int      `json:"atMost,omitempty"` // how many sessions, each loop counted once
	Note      string   `json:"note,omitempty"`   // what else is known of them, in one sentence
	Takes     []Taken  `json:"takes,omitempty"`
}

// How many sessions a pass through an entry point takes.
const (
	NoSession           = "none"
	OneSession          = "one"
	SeveralSessions     = "several"
	SessionPerIteration = "per-iteration"
)

// Taken is an acquisition as an entry point comes to it.
type Taken struct {
	Symbol    string   `json:"symbol"`
	Kind      string   `json:"kind"`
	Function  string   `json:"function"`
	Position  Position `json:"position"`
	Verdict   string   `json:"verdict"`
	InLoop    bool     `json:"inLoop,omitempty"`    // on a path through a loop
	OnDemand  bool     `json:"onDemand,omitempty"`  // begins on first use, and is used from then on
	Goroutine bool     `json:"goroutine,omitempty"` // the entry point does not wait for it, so it does not count
	Chain     []Step   `json:"chain,omitempty"`     // of streams
	Made      []Step   `json:"made,omitempty"`      // of streams: the way to what makes the value that begins it on demand
}

// Unseen is a place from which control goes on where the analysis does not
// follow, so that what is acquired there is not in the report.
type Unseen struct {
	Kind     string   `json:"kind"` // interface-call, function-value, reflection, plugin, linkname, cgo, assembly or build-tags
	What     string   `json:"what,omitempty"`
	Function string   `json:"function,omitempty"`
	Position Position `json:"position"`
}
