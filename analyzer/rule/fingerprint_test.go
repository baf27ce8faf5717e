package rule

import "testing"

func TestFingerprints(t *testing.T) {
	const open, serve = "database/sql.Open", "(*example.com/shop/api.H).Serve"
	fs := []Finding{
		{Rule: "SL101", Symbol: open, Function: serve, Position: Position{File: "a.go", Line: 1}},
		{Rule: "SL101", Symbol: open, Function: serve + "$2", Position: Position{File: "b.go", Line: 9}},
		{Rule: "SL102", Symbol: open, Function: serve},
		{Rule: "SL101", Symbol: open + "DB", Function: serve},
		{Rule: "SL101", Symbol: open, Function: serve + "s"},
	}
	number(fs)
	first := fs[0].Fingerprint
	if len(first) != 16 || fs[1].Fingerprint != first+"-2" || Unnumbered(fs[1].Fingerprint) != first || Unnumbered(first) != first {
		t.Errorf("equal findings: %q, %q", first, fs[1].Fingerprint)
	}
	seen := map[string]bool{}
	for _, f := range fs {
		if seen[f.Fingerprint] {
			t.Errorf("%s %s in %s has the fingerprint of another", f.Rule, f.Symbol, f.Function)
		}
		seen[f.Fingerprint] = true
	}
}

func TestPackageOf(t *testing.T) {
	for symbol, want := range map[string]string{
		"example.com/shop/api.Serve": "example.com/shop/api", "(*example.com/shop/api.H).Serve$1$2": "example.com/shop/api",
		"(example.com/shop.v2.H).Serve": "example.com/shop.v2", "main.main": "main", "provider": "", "": "", "example.com/shop/api": "",
	} {
		if got := PackageOf(symbol); got != want {
			t.Errorf("%q: %q, want %q", symbol, got, want)
		}
	}
}
