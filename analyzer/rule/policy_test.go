package rule

import "testing"

func TestParsePolicy(t *testing.T) {
	for _, test := range []struct{ in, want, err string }{
		{"", "standard", ""},
		{"strict", "strict", ""},
		{"request=standard,stream=strict", "request=standard,stream=strict", ""},
		{"stream=relaxed", "request=standard,stream=relaxed", ""},
		{"lax", "", `unknown policy "lax": want standard, strict or relaxed`},
		{"socket=strict", "", `unknown path kind "socket" in policy: want request or stream`},
	} {
		p, err := ParsePolicy(test.in)
		if test.err != "" {
			if err == nil || err.Error() != test.err {
				t.Errorf("ParsePolicy(%q): error %v, want %s", test.in, err, test.err)
			}
			continue
		}
		if err != nil || p.String() != test.want {
			t.Errorf("ParsePolicy(%q) = %s, %v", test.in, p, err)
		}
	}
}

func TestDisplay(t *testing.T) {
	for in, want := range map[string]string{
		"database/sql.Open":                         "sql.Open",
		"(*example.com/shop/repo.DB).Open$1":        "(*repo.DB).Open$1",
		"github.com/jackc/pgx/v5.Connect":           "pgx.Connect",
		"(*github.com/jackc/pgx/v5/pgxpool.P).Take": "(*pgxpool.P).Take",
		"main": "main",
	} {
		if got := display(in); got != want {
			t.Errorf("display(%s) = %s, want %s", in, got, want)
		}
	}
}

// TestRules wants every rule to be documented in full.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range All() {
		if seen[r.ID] || Find(r.ID) != r {
			t.Errorf("%s is not found by its id", r.ID)
		}
		seen[r.ID] = true
		for what, text := range map[string]string{"name": r.Name, "severity": r.Severity, "title": r.Title, "why": r.Why, "bad": r.Bad, "good": r.Good, "approve": r.Approve, "limits": r.Limits} {
			if text == "" {
				t.Errorf("%s has no %s", r.ID, what)
			}
		}
	}
}
