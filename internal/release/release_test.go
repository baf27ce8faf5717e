package release

import (
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

const (
	root    = "../.."
	command = "sessionlint"
	tag     = "v0.999.3" // of the copy that is released here
	version = "0.999.3"
	notes   = "* What the tag brings.\n* And\n  more."
)

// target is a system that a release is for.
type target struct{ os, arch string }

func targets() []target {
	return []target{
		{"linux", "amd64"}, {"linux", "arm64"},
		{"darwin", "amd64"}, {"darwin", "arm64"},
		{"windows", "amd64"}, {"windows", "arm64"},
	}
}

// file is the name of what a release has for the target, without its ending.
func (t target) file(version string) string {
	return command + "_" + version + "_" + t.os + "_" + t.arch
}

func (t target) archive(version string) string {
	if t.os == "windows" {
		return t.file(version) + ".zip"
	}
	return t.file(version) + ".tar.gz"
}

func (t target) program() string {
	if t.os == "windows" {
		return command + ".exe"
	}
	return command
}

// TestVet: the command is right for every system of a release. With -trimpath,
// what is compiled for this is what a release compiles.
func TestVet(t *testing.T) {
	for _, target := range targets() {
		cmd := exec.Command("go", "vet", "-trimpath", "./cmd/...")
		cmd.Dir = root
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+target.os, "GOARCH="+target.arch)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", target, err, out)
		}
	}
}

// TestConfiguration: goreleaser takes it, and nothing in it is deprecated.
func TestConfiguration(t *testing.T) {
	if out, err := goreleaser(t, root, nil, "check"); err != nil || strings.Contains(out, "deprecated") {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestRelease makes a snapshot, and publishes the same commit from elsewhere.
// Both are the same files, byte for byte, but for their names.
func TestRelease(t *testing.T) {
	here := filepath.Join(t.TempDir(), "here")
	repository(t, here)
	if out, err := goreleaser(t, here, nil, "release", "--snapshot", "--clean"); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	snapshot := uploadable(t, filepath.Join(here, "dist"))
	checkSums(t, snapshot)
	for _, target := range targets() {
		t.Run(target.os+"_"+target.arch, func(t *testing.T) { checkTarget(t, snapshot, target, here) })
	}

	elsewhere := filepath.Join(t.TempDir(), "a", "copy")
	git(t, here, "clone", "--quiet", here, elsewhere)
	got := publish(t, elsewhere)
	if got.tag != tag || strings.TrimSpace(got.notes) != notes || got.draft {
		t.Errorf("published %s with the notes %q, draft: %v", got.tag, got.notes, got.draft)
	}
	checkSums(t, got.files)
	for _, target := range targets() {
		for _, names := range [][2]string{
			{target.archive("snapshot"), target.archive(version)},
			{target.file("snapshot") + ".cdx.json", target.file(version) + ".cdx.json"},
		} {
			if file := snapshot[names[0]]; len(file) == 0 || !bytes.Equal(file, got.files[names[1]]) {
				t.Errorf("%s and %s differ", names[0], names[1])
			}
		}
	}
	if len(got.files) != len(snapshot) {
		t.Errorf("%d files are published, a snapshot has %d", len(got.files), len(snapshot))
	}

	// What is in the cache is the same as what is compiled anew.
	again := filepath.Join(t.TempDir(), command)
	if out, err := goreleaser(t, elsewhere, []string{"GOCACHE=" + t.TempDir()}, "build", "--clean", "--single-target", "--output", again); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	this := target{runtime.GOOS, runtime.GOARCH}
	if !bytes.Equal([]byte(read(t, again)), unpacked(t, this.archive("snapshot"), snapshot)[this.program()]) {
		t.Error("a program that is built with an empty cache differs")
	}
}

// TestOnlyTags: nothing is released but a tag with a section in the changelog.
func TestOnlyTags(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "repository")
	repository(t, dir)
	fails := func(want string) {
		t.Helper()
		if out, err := goreleaser(t, dir, nil, "release", "--clean", "--skip=publish"); err == nil || !strings.Contains(out, want) {
			t.Errorf("no %q: %v\n%s", want, err, out)
		}
	}
	write(t, filepath.Join(dir, "new.go"), "package new\n")
	fails("git is in a dirty state")
	git(t, dir, "add", "-A")
	git(t, dir, "commit", "--quiet", "--message=more")
	fails("git tag " + tag + " was not made against commit")
	git(t, dir, "tag", tag+"0")
	fails("hook failed") // the first, before anything is built
}

// checkSums: sha256sum -c would find every file, and every sum right.
func checkSums(t *testing.T, files map[string][]byte) {
	t.Helper()
	var names int
	for line := range strings.Lines(string(files["checksums.txt"])) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		if got := fmt.Sprintf("%x", sha256.Sum256(files[name])); got != sum {
			t.Errorf("%s has the checksum %s, not %s", name, got, sum)
		}
		names++
	}
	if names != 2*len(targets()) || names != len(files)-1 {
		t.Errorf("%d checksums of %d files", names, len(files))
	}
}

func checkTarget(t *testing.T, release map[string][]byte, target target, dir string) {
	files := unpacked(t, target.archive("snapshot"), release)
	for _, want := range []string{"LICENSE", "README.md", "CHANGELOG.md"} {
		if !bytes.Equal(files[want], []byte(read(t, filepath.Join(dir, want)))) {
			t.Errorf("%s differs", want)
		}
	}
	if len(files) != 4 {
		t.Errorf("the archive has %d files", len(files))
	}
	program := files[target.program()]
	info, err := buildinfo.Read(bytes.NewReader(program))
	if err != nil {
		t.Fatal(err)
	}
	set := map[string]string{}
	for _, s := range info.Settings {
		set[s.Key] = s.Value
	}
	for key, want := range map[string]string{
		"GOOS": target.os, "GOARCH": target.arch, "CGO_ENABLED": "0", "-trimpath": "true",
		"vcs.revision": git(t, dir, "rev-parse", "HEAD"), "vcs.modified": "false",
	} {
		if set[key] != want {
			t.Errorf("built with %s=%s", key, set[key])
		}
	}
	if info.Main.Version != tag {
		t.Errorf("the program says that it is %s", info.Main.Version)
	}
	if bytes.Contains(program, []byte(dir)) {
		t.Error("the program has the directory in which it was built")
	}
	if target.os == "linux" && !static(t, program) {
		t.Error("the program needs a loader, and so more than an empty file system")
	}
	checkMaterials(t, release[target.file("snapshot")+".cdx.json"], info)
	if target.os == runtime.GOOS && target.arch == runtime.GOARCH {
		runs(t, program)
	}
}

func runs(t *testing.T, program []byte) {
	t.Helper()
	file := filepath.Join(t.TempDir(), command)
	if err := os.WriteFile(file, program, 0o755); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(file, "version").CombinedOutput(); err != nil || !strings.HasPrefix(string(out), "sessionlint "+tag) {
		t.Errorf("%v: %s", err, out)
	}
}
