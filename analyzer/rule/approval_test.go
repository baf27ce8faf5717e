package rule

import "testing"

// TestUntil: an approval holds on its last day, ends after it, and never ends
// where nobody says what day it is, as in hosts that keep results.
func TestUntil(t *testing.T) {
	for _, c := range []struct{ until, today, want string }{
		{"2026-05-01", "2026-05-01", ""},
		{"2026-05-01", "2026-04-30", ""},
		{"2026-05-01", "2026-05-02", "this approval ended on 2026-05-01"},
		{"2026-05-01", "2027-01-01", "this approval ended on 2026-05-01"},
		{"2026-05-01", "", ""},
		{"", "2026-05-02", ""},
	} {
		findings, _, _ := Judge(Input{
			Declared: []Declared{{By: "config", What: "provider", Symbol: "example.com/shop.Open", Reason: "r", Until: c.until}},
			Today:    c.today, Locate: func(pkg, file string) string { return file },
		})
		got := ""
		for _, f := range findings {
			got += f.Message
		}
		if got != c.want {
			t.Errorf("until %q on %q: got %q, want %q", c.until, c.today, got, c.want)
		}
	}
}
