package rule

// Position is a place in source. File is relative to the module root (or to
// the workspace root when several modules are analysed), with slashes; files
// of other modules are "module@version/dir/file.go". Line and Column count
// from 1, Column in bytes.
type Position struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// Step is one hop of a call chain: the function that runs, where the call to
// the next hop stands in it, and how this function was reached ("entry",
// "static", "interface", "dynamic", "callback", "go", "defer", "once"). The
// last step's position is the acquisition itself.
type Step struct {
	Function string   `json:"function"`
	Position Position `json:"position"`
	Via      string   `json:"via"`
}

// Entry is the entry point at which a chain begins.
type Entry struct {
	Kind      string   `json:"kind"`
	Framework string   `json:"framework,omitempty"`
	Function  string   `json:"function"`
	Route     string   `json:"route,omitempty"`
	Position  Position `json:"position"`
}

// Held is the session that is held where a rule is broken.
type Held struct {
	Symbol   string   `json:"symbol"`
	Position Position `json:"position"`
}

// Approval is why an acquisition is right when code shape alone does not say so.
type Approval struct {
	By       string   `json:"by"` // "nature", "directive" or "config"
	What     string   `json:"what"`
	Reason   string   `json:"reason"`
	Owner    string   `json:"owner,omitempty"`
	Until    string   `json:"until,omitempty"`
	Position Position `json:"position,omitzero"` // where a declared one is written
}

// Finding is a rule broken at a place.
type Finding struct {
	Rule        string   `json:"rule"`
	Name        string   `json:"name"`
	Severity    string   `json:"severity"`
	Kind        string   `json:"kind"`
	Symbol      string   `json:"symbol"`
	Function    string   `json:"function"`
	Position    Position `json:"position"`
	Message     string   `json:"message"`
	Help        string   `json:"help"`
	Fingerprint string   `json:"fingerprint"`
	Entry       *Entry   `json:"entry,omitempty"`
	Entries     int      `json:"entries"`
	Held        *Held    `json:"held,omitempty"`
	Chain       []Step   `json:"chain"`
	Fixes       []Fix    `json:"fixes,omitempty"`
}

// Fix is a change by which a finding goes: all of its edits, or none.
type Fix struct {
	Message string `json:"message"` // what it does, in a few words
	Edits   []Edit `json:"edits"`
}

// Edit replaces the text between two places of one file, of which the second
// is not part of it.
type Edit struct {
	Position Position `json:"position"`
	End      Position `json:"end"`
	Text     string   `json:"text"`
}

// Acquisition is one place that obtains a resource, with the verdict on all
// its paths.
type Acquisition struct {
	Symbol   string    `json:"symbol"`
	Kind     string    `json:"kind"`
	Function string    `json:"function"`
	Position Position  `json:"position"`
	Verdict  string    `json:"verdict"`
	Reason   string    `json:"reason"`
	Approval *Approval `json:"approval,omitempty"`
	Entries  int       `json:"entries"`
	Chain    []Step    `json:"chain,omitempty"`
}

// Incomplete is a package that could not be analysed fully, and why.
type Incomplete struct {
	Package string `json:"package"`
	Error   string `json:"error"`
}

// Character is a place whose column is another when characters are counted and
// not bytes.
type Character struct {
	Position
	Character int `json:"character"`
}

// Baselined is how many findings a baseline keeps out of a report.
type Baselined struct {
	File  string `json:"file"`
	Known int    `json:"known"` // findings that are not reported
	Fixed int    `json:"fixed"` // entries that nothing is found for any more
}

// Report is the result of one run, in the order in which it is printed.
type Report struct {
	Schema       string        `json:"schema"`
	Module       string        `json:"module"`
	Policy       string        `json:"policy"`
	Findings     []Finding     `json:"findings"`
	Acquisitions []Acquisition `json:"acquisitions,omitempty"`
	Approvals    []Declaration `json:"approvals,omitempty"` // of an audit
	Incomplete   []Incomplete  `json:"incomplete"`
	Baseline     *Baselined    `json:"baseline,omitempty"`
	Characters   []Character   `json:"characters,omitempty"`  // of places in findings
	EntryPoints  []EntryPoint  `json:"entryPoints,omitempty"` // of an audit
	Unseen       []Unseen      `json:"unseen,omitempty"`      // of an audit
}

// Schema names the version of the JSON form of a Report.
const Schema = "sessionlint/1"
