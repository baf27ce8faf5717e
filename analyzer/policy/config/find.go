package config

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"strings"
)

// FileName is the name of the configuration of a module or a repository.
const FileName = ".sessionlint.yaml"

// Variable names another file, for go vet too, which hands the environment on.
const Variable = "SESSIONLINT_CONFIG"

// Off in the place of a file's name asks for no configuration.
const Off = "off"

// Find returns the file that holds for code in dir, or "": the first one from
// the root of dir's module upwards, as far as the repository goes. Folders below
// the module's root have none of their own, so that a package is judged the same
// wherever the command runs.
func Find(dir string) string {
	start := moduleRoot(dir)
	if start == "" {
		start = dir // a workspace's folder, or files without a module
	}
	for {
		if at := filepath.Join(start, FileName); isFile(at) {
			return at
		}
		parent := filepath.Dir(start)
		if exists(filepath.Join(start, ".git")) || parent == start {
			return ""
		}
		start = parent
	}
}

// Root is the folder in which a configuration for code in dir belongs: the root
// of its module, or dir itself.
func Root(dir string) string {
	if root := moduleRoot(dir); root != "" {
		return root
	}
	return dir
}

// moduleRoot is the folder of the go.mod that holds for dir, or "".
func moduleRoot(dir string) string {
	for {
		if isFile(filepath.Join(dir, "go.mod")) {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// Known lists the files that can hold for packages that a go command in dir
// analyses: that of its module, those of the modules of its workspace, and
// those of modules in folders that go.mod names as replacements.
func Known(dir string) []string {
	dirs := []string{dir}
	if root := moduleRoot(dir); root != "" {
		dirs = append(dirs, localDirs(filepath.Join(root, "go.mod"))...)
	}
	if work := workFile(dir); work != "" {
		for _, d := range localDirs(work) {
			dirs = append(dirs, append([]string{d}, localDirs(filepath.Join(d, "go.mod"))...)...)
		}
	}
	var files []string
	seen := map[string]bool{}
	for _, d := range dirs {
		if f := Find(d); f != "" && !seen[f] {
			seen[f] = true
			files = append(files, f)
		}
	}
	return files
}

func workFile(dir string) string {
	if w := os.Getenv("GOWORK"); w != "" {
		if w == "off" {
			return ""
		}
		return w
	}
	for {
		if at := filepath.Join(dir, "go.work"); isFile(at) {
			return at
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// localDirs are the folders that a go.mod or go.work file names: every word
// that is a path is one, in "use ./a" as in "replace x => ../x".
func localDirs(file string) []string {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	var dirs []string
	for sc := bufio.NewScanner(bytes.NewReader(text)); sc.Scan(); {
		line, _, _ := strings.Cut(sc.Text(), "//")
		for _, word := range strings.Fields(line) {
			word = strings.Trim(word, "\"`()")
			switch {
			case filepath.IsAbs(word):
				dirs = append(dirs, word)
			case word == "." || word == ".." || strings.HasPrefix(word, "./") || strings.HasPrefix(word, "../"):
				dirs = append(dirs, filepath.Join(filepath.Dir(file), filepath.FromSlash(word)))
			}
		}
	}
	return dirs
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// Load reads the configuration that holds in dir. file is what the user named:
// "" to look for one, Off for none, or a file, relative to dir. The result is
// nil when there is none.
func Load(dir, file string) (*Config, error) {
	if file == "" {
		file = os.Getenv(Variable)
	}
	if file == Off {
		return nil, nil
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, Problems{{File: file, Text: "the folder " + dir + " cannot be found"}}
	}
	at := file
	switch {
	case file == "":
		if at = Find(dir); at == "" {
			return nil, nil
		}
		file = at
	case !filepath.IsAbs(file):
		at = filepath.Join(dir, file)
	}
	return ReadFile(at, nameForPeople(at, file))
}

// nameForPeople is the file's name relative to where the command runs, if
// that is short.
func nameForPeople(at, named string) string {
	here, err := os.Getwd()
	if err != nil {
		return named
	}
	rel, err := filepath.Rel(here, at)
	if err != nil || strings.HasPrefix(rel, filepath.Join("..", "..", "..", "..")) {
		return named
	}
	return rel
}
