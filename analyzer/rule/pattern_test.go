package rule

import "testing"

func TestPattern(t *testing.T) {
	for _, test := range []struct {
		pattern, symbol string
		want            bool
	}{
		{"example.com/shop/repo.Open", "example.com/shop/repo.Open", true},
		{"example.com/shop/repo.Open", "example.com/shop/repo.Open$1$2", true},
		{"example.com/shop/repo.Open", "example.com/shop/repo.OpenAll", false},
		{"example.com/shop/repo.Open", "example.com/shop/other.Open", false},
		{"(*example.com/shop/repo.DB).Begin", "(*example.com/shop/repo.DB).Begin", true},
		{"(*example.com/shop/repo.DB).Begin", "(example.com/shop/repo.DB).Begin", false},
		{"example.com/shop/repo.DB.Begin", "(*example.com/shop/repo.DB).Begin", true},
		{"example.com/shop/repo.DB.Begin", "(example.com/shop/repo.DB).Begin$1", true},
		{"example.com/shop/repo.DB.Begin", "example.com/shop/repo.Begin", false},
		{"example.com/shop/repo.DB.*", "(*example.com/shop/repo.DB).Begin", true},
		{"(*example.com/shop/repo.DB).*", "(example.com/shop/repo.DB).Begin", true},
		{"example.com/shop/repo.DB.*", "(*example.com/shop/repo.DBs).Begin", false},
		{"example.com/shop/repo.*", "example.com/shop/repo.Open", true},
		{"example.com/shop/repo.*", "(*example.com/shop/repo.DB).Begin", true},
		{"example.com/shop/repo.*", "example.com/shop/repo/sub.Open", false},
		{"example.com/shop/....*", "example.com/shop.Open", true},
		{"example.com/shop/....*", "(*example.com/shop/repo/sub.DB).Begin", true},
		{"example.com/shop/....*", "example.com/shopping.Open", false},
		{"gopkg.in/store.v2.Open", "gopkg.in/store.v2.Open", true},
		{"main.Open", "main.Open", true},
		{"(*example.com/a.Box[T]).Open", "(*example.com/a.Box[%0]).Open", true},
	} {
		p, err := ParsePattern(test.pattern)
		if err != nil {
			t.Errorf("ParsePattern(%q): %v", test.pattern, err)
			continue
		}
		if got := p.Match(test.symbol); got != test.want {
			t.Errorf("%s matches %s: %v, want %v", test.pattern, test.symbol, got, test.want)
		}
	}
}

func TestPatternErrors(t *testing.T) {
	for _, s := range []string{
		"", "Open", "*", ".*", "/....*", "...", "repo.Op*n", "example.com/*/repo.Open", "example.com/shop/...", "example.com/shop/....Open",
		"(*example.com/shop/repo.DB.Begin", "(*DB).Begin", "(*example.com/shop/repo.DB).", "example.com/shop/repo.Open()", "example.com/shop/repo",
		"example.com/shop repo.Open", "example.com/.../repo.*",
	} {
		if p, err := ParsePattern(s); err == nil {
			t.Errorf("ParsePattern(%q) = %+v, want an error", s, p)
		}
	}
}
