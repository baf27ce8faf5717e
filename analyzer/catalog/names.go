package catalog

import (
	"go/types"
	"maps"
	"slices"
	"strings"
)

// Catalogued reports whether the package declares an acquiring symbol. Such a
// package is never analysed by its bodies: the catalog speaks for it.
func (c *Catalog) Catalogued(path string) bool {
	info := c.known.info(path)
	return info != nil && info.acquires
}

// Leads reports whether importing the package makes it possible to acquire. All
// catalogued packages do but database/sql/driver: a package that imports that
// one alone implements its interfaces (identifiers, decimals and the like that
// can be column values); connections are taken by database/sql, which calls them.
func (c *Catalog) Leads(path string) bool {
	return path != "database/sql/driver" && c.Catalogued(path)
}

// Opaque is Catalogued for a package at hand: it also knows the generated data
// layers (ent, sqlc), which only their shape tells.
func (c *Catalog) Opaque(pkg *types.Package) bool {
	if c.Catalogued(pkg.Path()) {
		return true
	}
	info := c.known.info(c.packageShape(pkg))
	return info != nil && info.acquires
}

// Packages lists the catalogued packages, sorted.
func (c *Catalog) Packages() []string {
	var paths []string
	for _, path := range c.known.paths() {
		if c.Catalogued(path) {
			paths = append(paths, path)
		}
	}
	return paths
}

// Families lists the loaded families, sorted.
func (c *Catalog) Families() []string { return slices.Sorted(slices.Values(c.families)) }

// ReleaseName reports whether some catalogued release has this bare name. It is
// a question to ask of values that are known to be resources, of no others.
func (c *Catalog) ReleaseName(name string) bool { return c.known.release(name) }

// Digest changes with the data and with the options: a part of cache keys.
func (c *Catalog) Digest() string { return c.digest() }

// AcquiringNames finds acquiring package-level functions by package name and
// function name, as people write them in comments: "sql", "Open".
func (c *Catalog) AcquiringNames(pkgName, name string) []string {
	return c.known.acquirers(pkgName, name)
}

// nearest picks the names that a misspelt one may have meant, best first.
func nearest(name string, all map[string]bool) []string {
	type scored struct {
		name  string
		score int
	}
	want := strings.ToLower(name)
	var found []scored
	for _, have := range slices.Sorted(maps.Keys(all)) {
		low := strings.ToLower(have)
		score := distance(want, low)
		if strings.Contains(low, want) || strings.Contains(want, low) {
			score = 0
		}
		if score <= 1+len(want)/4 {
			found = append(found, scored{have, score})
		}
	}
	slices.SortStableFunc(found, func(a, b scored) int { return a.score - b.score })
	var names []string
	for _, f := range found[:min(5, len(found))] {
		names = append(names, f.name)
	}
	return names
}

// distance is the number of letters to insert, delete or replace.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
