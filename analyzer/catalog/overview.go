package catalog

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// About is what the data says of one family or framework, for documentation.
type About struct {
	File     string // of the data, without folder and extension
	Name     string
	Family   bool // else a framework
	Extended bool
	Note     string
	Checked  []string // module@version whose API was read
	Packages []string // import paths, those of older versions last
	Kinds    []string // of a family: what it acquires; of a framework: as what its functions run
}

// Overview lists the embedded data in its order.
func Overview() ([]About, error) {
	entries, err := data.ReadDir("data")
	if err != nil {
		return nil, fmt.Errorf("catalog data: %w", err)
	}
	var out []About
	var errs []error
	for _, e := range entries {
		text, err := data.ReadFile("data/" + e.Name())
		if err != nil {
			return nil, fmt.Errorf("catalog data: %w", err)
		}
		blocks, err := parse(e.Name(), string(text))
		errs = append(errs, err)
		for _, bl := range blocks {
			out = append(out, bl.describe(strings.TrimSuffix(e.Name(), ".cat")))
		}
	}
	return out, errors.Join(errs...)
}

func (bl *block) describe(file string) About {
	a := About{
		File: file, Name: bl.name, Note: bl.about, Extended: bl.extended, Checked: bl.checked,
		Packages: slices.Sorted(maps.Values(bl.paths)),
	}
	if bl.family != "" {
		a.Name, a.Family = bl.family, true
	}
	for _, also := range bl.also {
		for _, path := range slices.Sorted(maps.Values(also)) {
			if !slices.Contains(a.Packages, path) {
				a.Packages = append(a.Packages, path)
			}
		}
	}
	for _, r := range bl.rows {
		for _, k := range r.words().kinds() {
			if !slices.Contains(a.Kinds, k) {
				a.Kinds = append(a.Kinds, k)
			}
		}
	}
	slices.Sort(a.Kinds)
	return a
}

// kinds is what a row acquires, or as what it lets functions run.
func (r row) kinds() []string {
	switch r.word {
	case "pool", "conn", "session", "tx":
		return []string{r.word}
	case "checkout":
		return []string{"session"}
	case "wire":
		return []string{"middleware"}
	case "middleware", "once", "loop", "ends":
		return []string{r.word}
	case "streams", "sends":
		return []string{"stream"}
	}
	var out []string
	for _, a := range r.args {
		if !strings.HasPrefix(a, "func(") && entryOf(a) != NoEntry {
			out = append(out, a)
		}
	}
	return out
}
