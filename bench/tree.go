package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// tree is a copy of a module.
type tree struct {
	name     string
	dir      string
	packages int // of its own, without tests
	lines    int // in them
	below    int // packages they import, directly or not
	edited   string
	users    int    // own packages above the one that is edited
	file     string // that is edited
	original []byte
	edits    int
}

// fetch puts a copy of a program in dir. What it needs is downloaded when it
// is first compiled.
func fetch(name, dir string) (*tree, error) {
	say("%s: copying", name)
	if err := fill(name, dir); err != nil {
		return nil, err
	}
	t := &tree{name: shortName(name), dir: dir}
	return t, t.inspect()
}

func fill(name, dir string) error {
	if size, ok := strings.CutPrefix(name, "generated:"); ok {
		lines, err := strconv.Atoi(size)
		if err != nil {
			return err
		}
		return generate(dir, lines)
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return copyTree(dir, name)
	}
	from, err := downloaded(name)
	if err != nil {
		return err
	}
	return copyTree(dir, from)
}

// shortName leaves out where a directory lies on this machine.
func shortName(name string) string {
	if filepath.IsAbs(name) {
		return filepath.Base(name)
	}
	return name
}

func downloaded(module string) (string, error) {
	out, err := goCommand(os.TempDir(), "mod", "download", "-json", module)
	if err != nil {
		return "", err
	}
	var m struct{ Dir string }
	return m.Dir, json.Unmarshal(out, &m)
}

// copyTree copies regular files: those of the module cache cannot be edited.
func copyTree(to, from string) error {
	return filepath.WalkDir(from, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		switch {
		case d.IsDir() && d.Name() == ".git":
			return filepath.SkipDir
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, rel), 0o777)
		case !d.Type().IsRegular():
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, rel), data, 0o666)
	})
}

type listed struct {
	ImportPath, Dir   string
	GoFiles, CgoFiles []string
	Deps              []string
}

// inspect counts, and chooses what to edit: a file of the package that most of
// the others import, directly or not, where an edit costs most.
func (t *tree) inspect() error {
	own, err := goList[listed](t.dir, "-e", "-json=ImportPath,Dir,GoFiles,CgoFiles,Deps", "./...")
	if err != nil {
		return err
	}
	users, below := map[string]int{}, map[string]bool{}
	for _, p := range own {
		for _, d := range p.Deps {
			users[d]++
			below[d] = true
		}
	}
	t.packages = len(own)
	for _, p := range own {
		delete(below, p.ImportPath)
		for _, f := range slices.Concat(p.GoFiles, p.CgoFiles) {
			data, err := os.ReadFile(filepath.Join(p.Dir, f))
			if err != nil {
				return err
			}
			t.lines += bytes.Count(data, []byte("\n"))
		}
		if len(p.GoFiles) > 0 && (t.file == "" || users[p.ImportPath] > t.users) {
			t.edited, t.users, t.file = p.ImportPath, users[p.ImportPath], filepath.Join(p.Dir, p.GoFiles[0])
		}
	}
	t.below = len(below)
	if t.file == "" {
		return fmt.Errorf("no Go files in %s", t.dir)
	}
	t.original, err = os.ReadFile(t.file)
	return err
}

// The edits: each is new to every cache.
const (
	comment = "comment"
	api     = "API"
)

// edit appends a comment or an exported function to the file.
func (t *tree) edit(what string) error {
	t.edits++
	text := fmt.Sprintf("\n// This is edit %d.\n", t.edits)
	if what == api {
		text = fmt.Sprintf("\n// BenchEdit%d is an edit.\nfunc BenchEdit%[1]d() {}\n", t.edits)
	}
	return os.WriteFile(t.file, append(bytes.Clone(t.original), text...), 0o666)
}

func (t *tree) restore() error { return os.WriteFile(t.file, t.original, 0o666) }

// cache is a directory for the i-th cache of a tool; it is empty at first.
func (t *tree) cache(tool string, i int) string { return fmt.Sprintf("%s-cache/%s%d", t.dir, tool, i) }

// remove takes the copy and the caches away.
func (t *tree) remove() {
	os.RemoveAll(t.dir)
	os.RemoveAll(t.dir + "-cache")
}

func (t *tree) String() string {
	return fmt.Sprintf("%d packages with %s lines (tests apart), which import %d others. Edits are to %s, which %d of its packages import, directly or not.",
		t.packages, thousands(t.lines), t.below, strings.TrimPrefix(t.file, t.dir+string(filepath.Separator)), t.users)
}

func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}
