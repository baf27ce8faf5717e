package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// deadcodeVersion is that of golang.org/x/tools in both go.mod files.
const deadcodeVersion = "v0.52.0"

// tools are the programs to measure, built for this run.
type tools struct {
	self               string   // this program
	sessionlint, noop  []string // builds that differ in nothing but their identity
	staticcheck        string
	staticcheckVersion string
	deadcode           string
}

// install builds the tools below dir. Of the two that go vet runs there is one
// build for every cold run and one to warm up with: go vet keeps what a tool
// found by the tool's identity, so another build begins with nothing.
func install(root, dir string, runs int) (*tools, error) {
	say("building the tools")
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	root, err = filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	t := &tools{self: self}
	for i := range runs + 1 {
		for _, b := range []struct {
			name, dir, pkg string
			to             *[]string
		}{
			{"sessionlint", root, "./cmd/sessionlint", &t.sessionlint},
			{"noop", filepath.Join(root, "bench"), "./noop", &t.noop},
		} {
			exe := filepath.Join(dir, fmt.Sprintf("%s%d", b.name, i))
			if _, err := goCommand(b.dir, "build", fmt.Sprintf("-ldflags=-buildid=bench/%d/%d", os.Getpid(), i), "-o", exe, b.pkg); err != nil {
				return nil, err
			}
			*b.to = append(*b.to, exe)
		}
	}
	out, err := goCommand(root, "list", "-m", "-f", "{{.Version}}", "honnef.co/go/tools")
	if err != nil {
		return nil, err
	}
	t.staticcheckVersion = strings.TrimSpace(string(out))
	if t.staticcheck, err = installed(dir, "honnef.co/go/tools/cmd/staticcheck@"+t.staticcheckVersion); err != nil {
		return nil, err
	}
	t.deadcode, err = installed(dir, "golang.org/x/tools/cmd/deadcode@"+deadcodeVersion)
	return t, err
}

func installed(dir, pkg string) (string, error) {
	cmd := exec.Command("go", "install", pkg)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOBIN="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go install %s: %w\n%s", pkg, err, out)
	}
	name, _, _ := strings.Cut(path.Base(pkg), "@")
	return filepath.Join(dir, name), nil
}

// goCommand runs the go command and returns what it prints.
func goCommand(dir string, args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		text := ""
		if exit, ok := err.(*exec.ExitError); ok {
			text = lastLines(string(exit.Stderr), 10)
		}
		return nil, fmt.Errorf("go %s: %w\n%s", args[0], err, text)
	}
	return out, nil
}

// goList lists packages of a tree.
func goList[T any](dir string, args ...string) ([]T, error) {
	out, err := goCommand(dir, append([]string{"list"}, args...)...)
	if err != nil {
		return nil, err
	}
	return decodeAll[T](out)
}

func decodeAll[T any](data []byte) ([]T, error) {
	var list []T
	dec := json.NewDecoder(bytes.NewReader(data))
	for dec.More() {
		var v T
		if err := dec.Decode(&v); err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, nil
}
