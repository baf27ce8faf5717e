package driver

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

const (
	allOfShop = "example.com/dbutil example.com/shop example.com/shop/store example.com/shop/web"
	storePkg  = "example.com/shop/store"
)

// TestEdits says what is summarised again after which edit.
func TestEdits(t *testing.T) {
	tr := newTree(t, shop)
	steps := []struct {
		what string
		edit func()
		made string
	}{
		{"nothing cached", func() {}, allOfShop},
		{"nothing changed", func() {}, ""},
		{"a comment", func() { tr.replace("store/store.go", "package store", "// Package store.\npackage store") }, storePkg},
		{"a body", func() { tr.replace("store/store.go", "dsn) }", "dsn + dsn) }") }, storePkg},
		{"the first state again", func() { tr.write("store/store.go", fileOf(shop, "store/store.go")) }, ""},
		{"an unexported function", func() { tr.write("store/more.go", "package store\n\nfunc more() {}\n") }, storePkg},
		{"an exported function", func() { tr.write("store/more.go", "package store\n\nfunc More() {}\n") }, "example.com/shop example.com/shop/store example.com/shop/web"},
		{"a new file that changes nothing", func() { tr.write("web/doc.go", "package web\n") }, "example.com/shop/web"},
		{"a file removed", func() { os.Remove(tr.path("web/doc.go")) }, ""},
		{"the main package", func() { tr.replace("main.go", "{ web", "{ _ = 1; web") }, "example.com/shop"},
		{"a body of a replaced module", func() { tr.replace("third/dbutil/dbutil.go", "return db", "_ = 1; return db") }, "example.com/dbutil"},
		{"a body of a pruned module", func() { tr.replace("third/text/text.go", "return ", "_ = 1; return ") }, ""},
		{"the API of a pruned module", func() { tr.replace("third/text/text.go", "Upper(s string)", "Upper(s string, _ ...int)") }, "example.com/shop example.com/shop/web"},
		{"a test", func() { tr.replace("store/store_test.go", "\"\"", "\"x\"") }, ""},
		{"a constant", func() { tr.replace("third/deep/deep.go", `"x"`, `"y"`) }, allOfShop},
	}
	for _, step := range steps {
		step.edit()
		l, made := tr.record(tr.config())
		equal(t, "made after "+step.what, made, step.made)
		if n := len(strings.Fields(made)); l.Stats.Summarised != n || l.Stats.FromCache != 4-n {
			t.Errorf("stats after %s: %+v", step.what, l.Stats)
		}
		if step.made == "" && l.Stats.TypesOnly > 1 {
			t.Errorf("after %s, %d packages were type-checked", step.what, l.Stats.TypesOnly)
		}
	}
}

// fileOf returns a file of a txtar archive.
func fileOf(archive, name string) string {
	_, rest, _ := strings.Cut(archive, "-- "+name+" --\n")
	data, _, _ := strings.Cut(rest, "-- ")
	return data
}

// A program that lies elsewhere has the same keys.
func TestCacheMoves(t *testing.T) {
	a, b := newTree(t, shop), newTree(t, shop)
	a.load(a.config())
	b.cache = a.cache
	_, made := b.record(b.config())
	equal(t, "made", made, "")
}

// entries lists the files of the cache.
func (tr *tree) entries() []string {
	tr.t.Helper()
	var paths []string
	filepath.WalkDir(tr.cache, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && d.Name() != pruneMark {
			paths = append(paths, path)
		}
		return nil
	})
	return paths
}

func TestDamagedEntries(t *testing.T) {
	tr := newTree(t, shop)
	want := describe(tr.load(tr.config()))
	damage := map[string]func(data []byte) []byte{
		"empty":       func([]byte) []byte { return nil },
		"truncated":   func(data []byte) []byte { return data[:len(data)-1] },
		"half":        func(data []byte) []byte { return data[:len(data)/2] },
		"flipped":     func(data []byte) []byte { data[len(data)-1] ^= 1; return data },
		"other magic": func(data []byte) []byte { data[0] ^= 1; return data },
		"longer":      func(data []byte) []byte { return append(data, 0) },
		"undecodable": func(data []byte) []byte {
			e, err := decodeEntry(data)
			if err != nil {
				t.Fatal(err)
			}
			if len(e.summary) > 0 {
				e.summary = []byte("?")
			}
			return encodeEntry(e)
		},
	}
	for what, do := range damage {
		for _, path := range tr.entries() {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, do(data), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		l, made := tr.record(tr.config())
		equal(t, what+": made", made, allOfShop)
		equal(t, what+": units", describe(l), want)
		equal(t, what+": warnings", strings.Join(l.Warnings, "\n"), "")
		_, made = tr.record(tr.config())
		equal(t, what+": made in the next run", made, "")
	}
}

func TestUnusableCache(t *testing.T) {
	tr := newTree(t, shop)
	want := describe(tr.load(tr.config()))

	t.Run("not a directory", func(t *testing.T) {
		c := tr.config()
		c.Cache = filepath.Join(tr.path("main.go"), "cache")
		l, made := tr.record(c)
		equal(t, "made", made, allOfShop)
		equal(t, "units", describe(l), want)
		if len(l.Warnings) != 1 || !strings.HasPrefix(l.Warnings[0], "going on without a cache: ") {
			t.Errorf("warnings: %q", l.Warnings)
		}
	})
	t.Run("nothing can be written", func(t *testing.T) {
		// Permissions do not stop root, so files stand where directories
		// should be.
		c := tr.config()
		c.Cache = t.TempDir()
		for i := range 256 {
			if err := os.WriteFile(filepath.Join(c.Cache, fmt.Sprintf("%02x", i)), nil, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Chmod(c.Cache, 0o555); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			l, made := tr.record(c)
			equal(t, "made", made, allOfShop)
			equal(t, "units", describe(l), want)
			if len(l.Warnings) != 1 || !strings.HasPrefix(l.Warnings[0], "going on without the cache: ") {
				t.Errorf("warnings: %q", l.Warnings)
			}
		}
	})
	t.Run("no place for it", func(t *testing.T) {
		c := tr.config()
		c.Cache = ""
		cacheFails := func() error { _, err := os.UserCacheDir(); return err }
		gocache, modcache := t.TempDir(), t.TempDir()
		for name, value := range map[string]string{"HOME": "", "XDG_CACHE_HOME": "", "LocalAppData": "", "home": "",
			"GOCACHE": gocache, "GOMODCACHE": modcache} {
			t.Setenv(name, value)
		}
		if cacheFails() == nil {
			t.Fatal("there is a cache directory without a home")
		}
		l, made := tr.record(c)
		equal(t, "made", made, allOfShop)
		if len(l.Warnings) != 1 || !strings.HasPrefix(l.Warnings[0], "going on without a cache: ") {
			t.Errorf("warnings: %q", l.Warnings)
		}
	})
}

func TestCacheOff(t *testing.T) {
	tr := newTree(t, shop)
	c := tr.config()
	c.Cache = "off"
	for range 2 {
		l, made := tr.record(c)
		equal(t, "made", made, allOfShop)
		equal(t, "warnings", strings.Join(l.Warnings, "\n"), "")
	}
}

func TestDefaultCache(t *testing.T) {
	tr := newTree(t, shop)
	t.Setenv("GOCACHE", t.TempDir())
	t.Setenv("GOMODCACHE", t.TempDir())
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} {
		t.Setenv(name, tr.cache)
	}
	c := tr.config()
	c.Cache = ""
	tr.load(c)
	_, made := tr.record(c)
	equal(t, "made", made, "")
	base, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(base, "sessionlint")); err != nil {
		t.Error(err)
	}
}

// Processes that share a cache do not get in each other's way.
func TestSharedCache(t *testing.T) {
	tr := newTree(t, shop)
	c := tr.config()
	const n = 4
	var results [n]string
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			var r recorder
			l, err := load(context.Background(), c, r.summariser())
			if err != nil {
				t.Error(err)
				return
			}
			results[i] = describe(l) + strings.Join(l.Warnings, "\n")
		})
	}
	wg.Wait()
	for i := range n {
		equal(t, fmt.Sprintf("result %d", i), results[i], results[0])
	}
	for _, path := range tr.entries() {
		if strings.Contains(path, "tmp-") {
			t.Errorf("%s was left", path)
		}
	}
	_, made := tr.record(c)
	equal(t, "made afterwards", made, "")
}

func TestEntryRoundTrip(t *testing.T) {
	for _, e := range []*entry{
		{},
		{api: hash{1, 2}, summary: []byte("summary")},
		{problem: &problem{Text: "x"}},
		{api: hash{3}, problem: &problem{"a.go", 12, 300, "what\nis wrong"}, summary: []byte{0, 1, 2}},
	} {
		got, err := decodeEntry(encodeEntry(e))
		if err != nil {
			t.Fatal(err)
		}
		same := got.api == e.api && bytes.Equal(got.summary, e.summary) && (got.problem == nil) == (e.problem == nil)
		if !same || e.problem != nil && *got.problem != *e.problem {
			t.Errorf("%+v became %+v", e, got)
		}
	}
}

func FuzzDecodeEntry(f *testing.F) {
	f.Add(encodeEntry(&entry{problem: &problem{"a.go", 1, 2, "text"}, summary: []byte("s")}))
	f.Fuzz(func(t *testing.T, data []byte) {
		if e, err := decodeEntry(data); err == nil && !bytes.Equal(encodeEntry(e), data) {
			t.Errorf("%q is read as %+v", data, e)
		}
	})
}

func TestPrune(t *testing.T) {
	c := &cache{dir: t.TempDir()}
	now := time.Now()
	put := func(name string, age time.Duration) string {
		path := filepath.Join(c.dir, "ab", name)
		if err := writeFile(path, []byte("x")); err != nil {
			t.Fatal(err)
		}
		os.Chtimes(path, now.Add(-age), now.Add(-age))
		return path
	}
	exists := func(path string) bool { _, err := os.Stat(path); return err == nil }
	old, young := put("old", pruneAge+time.Hour), put("young", time.Hour)
	c.prune(now)
	if exists(old) || !exists(young) {
		t.Errorf("old is there: %t, young is there: %t", exists(old), exists(young))
	}
	old = put("old", pruneAge+time.Hour)
	c.prune(now.Add(pruneEvery / 2))
	if !exists(old) {
		t.Error("pruned twice in a day")
	}
	c.prune(now.Add(pruneEvery))
	if exists(old) {
		t.Error("not pruned after a day")
	}
}

func TestPruneBySize(t *testing.T) {
	dir := t.TempDir()
	now := time.Now()
	var files []cacheFile
	for i, size := range []int64{pruneSize / 2, pruneSize / 2, 1, pruneSize} {
		path := filepath.Join(dir, fmt.Sprint(i))
		if err := os.WriteFile(path, nil, 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, cacheFile{path, now.Add(-time.Duration(i) * time.Minute), size})
	}
	pruneFiles(files, now)
	for i, want := range []bool{true, true, false, false} {
		if _, err := os.Stat(files[i].path); (err == nil) != want {
			t.Errorf("file %d is there: %t", i, err == nil)
		}
	}
}

// An entry that is used stays.
func TestTouch(t *testing.T) {
	tr := newTree(t, shop)
	tr.load(tr.config())
	past := time.Now().Add(-pruneAge - time.Hour)
	for _, path := range tr.entries() {
		os.Chtimes(path, past, past)
	}
	os.Remove(filepath.Join(tr.cache, pruneMark))
	tr.load(tr.config())
	_, made := tr.record(tr.config())
	equal(t, "made", made, "")
}
