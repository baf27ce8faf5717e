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
	Sessions  string   `json:"sessions"`            // none, one, several or per-iteration
	AtMost    int      `json:"atMost,omitempty"`    // how many sessions, each loop counted once
	Statement string   `json:"statement,omitempty"` // of requests and streams: what they take, where it is given back, and what is wrong, in one sentence
	Takes     []Taken  `json:"takes,omitempty"`
	Given     *Given   `json:"given,omitempty"`
	Broken    []Broken `json:"broken,omitempty"`
}

// Given is the session that is there before an entry point begins.
type Given struct {
	How      string   `json:"how"` // "parameter" or "middleware"
	Symbol   string   `json:"symbol"`
	Function string   `json:"function,omitempty"` // of middleware
	Position Position `json:"position,omitzero"`  // where middleware takes it
}

// Broken is a finding on a path of an entry point.
type Broken struct {
	Rule     string   `json:"rule"`
	Position Position `json:"position"`
}

// Release is where what was taken is given back.
type Release struct {
	How      string   `json:"how"` // "call", "deferred", or "callback": when the function returns that was called back
	Function string   `json:"function,omitempty"`
	Position Position `json:"position,omitzero"`
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
	Released  *Release `json:"released,omitempty"`  // nil: not known
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
