package rule

// Declared is an approval that somebody wrote, in a directive or in the
// configuration.
type Declared struct {
	By                   string   // "directive" or "config"
	What                 string   // "provider", "background" or "allow"
	Rules                []string // of an allow
	Symbol               string   // symbol pattern (config), or the symbol of the function that the directive stands on ("" for a line)
	Reason, Owner, Until string
	OnRequest            bool     // configuration: on: request
	Position             Position // where it is written
}
