package catalog

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// What is read for one package alone is what reading everything says of it.
func TestLazyEqualsWhole(t *testing.T) {
	for _, families := range []string{"default", "extended", "gorm.io/gorm"} {
		blocks, _ := readData(t)
		c, err := build(blocks, Options{Families: families})
		if err != nil {
			t.Fatal(err)
		}
		part, err := Load(Options{Families: families})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(c.families, part.families) || len(c.generated) != len(part.generated) {
			t.Errorf("%s: other families or generators", families)
		}
		if !slices.Equal(c.Packages(), part.Packages()) {
			t.Errorf("%s: other catalogued packages", families)
		}
		all, some := c.known.(*whole), part.known.(*lazy)
		if got := some.releases(); !maps.Equal(got, all.releases) {
			t.Errorf("%s: other releases: %v, want %v", families, got, all.releases)
		}
		for path, info := range all.packages {
			if !reflect.DeepEqual(some.info(path), info) {
				t.Errorf("%s: other things of %s", families, path)
			}
		}
		for path := range some.entries {
			if all.info(path) == nil && some.info(path) != nil {
				t.Errorf("%s: things of %s", families, path)
			}
		}
		for key, want := range all.names {
			pkg, name, _ := strings.Cut(key, ".")
			got := part.AcquiringNames(pkg, name)
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, slices.Compact(want)) {
				t.Errorf("%s: %s means %v, want %v", families, key, got, want)
			}
		}
	}
}
