// Command release makes what a release consists of, below dist: an archive for
// each system, a list of what each program was built from (SBOM, as CycloneDX
// JSON), checksums of all of them, and the notes.
//
//	git tag v0.1.0
//	go run -C internal/release . -version=v0.1.0
//	gh release create v0.1.0 --notes-file dist/notes.md dist/*.tar.gz dist/*.zip dist/*.json dist/checksums.txt
//
// Without -version it makes a snapshot of the work tree. Equal source and an
// equal Go give equal files, byte for byte, wherever the source lies.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

func main() {
	root := flag.String("root", filepath.Join("..", ".."), "`directory` of the module")
	out := flag.String("out", filepath.Join("..", "..", "dist"), "`directory` to write to")
	version := flag.String("version", snapshot, "the `tag` at which the work tree is")
	flag.Parse()
	if err := run(*root, *out, *version); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

const snapshot = "snapshot"

func run(root, out, version string) error {
	var err error
	if root, err = filepath.Abs(root); err != nil {
		return err
	}
	if out, err = filepath.Abs(out); err != nil {
		return err
	}
	when, err := checkTree(root, version)
	if err != nil {
		return err
	}
	r := release{root: root, out: out, version: version, when: when}
	return r.write(targets())
}

// checkTree returns the time of the commit. What is released is exactly a tag;
// a snapshot may be anything.
func checkTree(root, version string) (time.Time, error) {
	git := func(args ...string) (string, error) {
		out, err := exec.Command("git", append([]string{"-C", root}, args...)...).Output()
		if err != nil {
			return "", fmt.Errorf("git %s: %w", strings.Join(args, " "), err)
		}
		return strings.TrimSpace(string(out)), nil
	}
	text, err := git("log", "-1", "--format=%ct")
	if err != nil {
		return time.Time{}, err
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return time.Time{}, err
	}
	when := time.Unix(seconds, 0).UTC()
	if version == snapshot {
		return when, nil
	}
	tags, err := git("tag", "--points-at", "HEAD")
	if err != nil {
		return when, err
	}
	if !slices.Contains(strings.Fields(tags), version) {
		return when, fmt.Errorf("the work tree is not at the tag %s", version)
	}
	changes, err := git("status", "--porcelain")
	if err != nil {
		return when, err
	}
	if changes != "" {
		return when, fmt.Errorf("the work tree has changes:\n%s", changes)
	}
	return when, nil
}
