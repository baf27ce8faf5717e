package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

const command = "sessionlint"

// target is a system that a release is for.
type target struct{ os, arch string }

func targets() []target {
	return []target{
		{"linux", "amd64"}, {"linux", "arm64"},
		{"darwin", "amd64"}, {"darwin", "arm64"},
		{"windows", "amd64"}, {"windows", "arm64"},
	}
}

func (t target) String() string { return t.os + "_" + t.arch }

func (t target) program() string {
	if t.os == "windows" {
		return command + ".exe"
	}
	return command
}

// release is one run: from where, to where, and the time that all files get.
type release struct {
	root, out, version string
	when               time.Time
}

// write makes the files of a release in an empty directory.
func (r release) write(targets []target) error {
	if err := os.RemoveAll(r.out); err != nil {
		return err
	}
	if err := os.MkdirAll(r.out, 0o777); err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	var files []string
	for _, t := range targets {
		program := filepath.Join(temp, t.String(), t.program())
		if err := r.build(t, program); err != nil {
			return err
		}
		archive, err := r.archive(t, program)
		if err != nil {
			return err
		}
		list, err := r.materials(t, program)
		if err != nil {
			return err
		}
		files = append(files, archive, list)
	}
	if err := r.checksums(files); err != nil {
		return err
	}
	return r.notes()
}

// build leaves nothing of this machine in the program: no paths, and no C. The
// go command itself writes the version into it, from the tag.
func (r release) build(t target, program string) error {
	vcs := "true"
	if r.version == snapshot {
		vcs = "false"
	}
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs="+vcs, "-ldflags=-s -w", "-o", program, "./cmd/"+command)
	cmd.Dir = r.root
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=", "GOWORK=off", "GOOS="+t.os, "GOARCH="+t.arch, "GOAMD64=v1", "GOARM64=v8.0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("building for %s: %w\n%s", t, err, out)
	}
	return nil
}

// checksums writes what sha256sum -c reads.
func (r release) checksums(files []string) error {
	var b strings.Builder
	for _, name := range files {
		data, err := os.ReadFile(filepath.Join(r.out, name))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(data), name)
	}
	return os.WriteFile(filepath.Join(r.out, "checksums.txt"), []byte(b.String()), 0o666)
}

// notes are the section of the changelog: of a snapshot, what is not released.
func (r release) notes() error {
	text, err := os.ReadFile(filepath.Join(r.root, "CHANGELOG.md"))
	if err != nil {
		return err
	}
	heading := "## " + strings.TrimPrefix(r.version, "v")
	if r.version == snapshot {
		heading = "## Unreleased"
	}
	_, section, ok := strings.Cut(string(text), "\n"+heading)
	if !ok {
		return fmt.Errorf("CHANGELOG.md has no %q", heading)
	}
	_, section, _ = strings.Cut(section, "\n") // the rest of the heading
	section, _, _ = strings.Cut(section, "\n## ")
	return os.WriteFile(filepath.Join(r.out, "notes.md"), []byte(strings.TrimSpace(section)+"\n"), 0o666)
}
