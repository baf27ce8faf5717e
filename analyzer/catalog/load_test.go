package catalog

import "testing"

func TestLoad(t *testing.T) {
	c, err := Load(Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Log(len(c.families), len(c.packages))
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(Options{Families: "extended"}); err != nil {
			b.Fatal(err)
		}
	}
}
