package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"debug/buildinfo"
	"debug/elf"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

const root = "../.."

// TestVet: the command is right for every system of a release.
func TestVet(t *testing.T) {
	for _, target := range targets() {
		cmd := exec.Command("go", "vet", "./cmd/...")
		cmd.Dir = root
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+target.os, "GOARCH="+target.arch)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", target, err, out)
		}
	}
}

// TestSnapshot makes a whole release of the work tree and looks into it.
func TestSnapshot(t *testing.T) {
	out := filepath.Join(t.TempDir(), "dist")
	if err := run(root, out, snapshot); err != nil {
		t.Fatal(err)
	}
	sums := map[string]string{}
	for line := range strings.Lines(read(t, filepath.Join(out, "checksums.txt"))) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		sums[name] = sum
	}
	if len(sums) != 2*len(targets()) {
		t.Errorf("%d checksums", len(sums))
	}
	for name, sum := range sums {
		if got := fmt.Sprintf("%x", sha256.Sum256([]byte(read(t, filepath.Join(out, name))))); got != sum {
			t.Errorf("%s has the checksum %s, not %s", name, got, sum)
		}
	}
	if notes := read(t, filepath.Join(out, "notes.md")); !strings.HasPrefix(notes, "* ") || strings.Contains(notes, "\n## ") {
		t.Errorf("the notes are\n%s", notes)
	}
	for _, target := range targets() {
		t.Run(target.String(), func(t *testing.T) {
			name := filepath.Join(out, command+"_snapshot_"+target.String())
			files := unpacked(t, name)
			for _, want := range []string{"LICENSE", "README.md", "CHANGELOG.md"} {
				if !bytes.Equal(files[want], []byte(read(t, filepath.Join(root, want)))) {
					t.Errorf("%s differs", want)
				}
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
			if set["GOOS"] != target.os || set["GOARCH"] != target.arch || set["CGO_ENABLED"] != "0" || set["-trimpath"] != "true" {
				t.Errorf("built with %v", set)
			}
			here, err := filepath.Abs(root)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(program, []byte(here)) {
				t.Error("the program has the directory in which it was built")
			}
			if target.os == "linux" && !static(t, program) {
				t.Error("the program needs a loader, and so more than an empty file system")
			}
			checkMaterials(t, name+".cdx.json", info)
			if target.os == runtime.GOOS && target.arch == runtime.GOARCH {
				runs(t, program)
			}
		})
	}
}

// static reports whether a program for Linux runs by itself.
func static(t *testing.T, program []byte) bool {
	t.Helper()
	f, err := elf.NewFile(bytes.NewReader(program))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range f.Progs {
		if p.Type == elf.PT_INTERP {
			return false
		}
	}
	return true
}

// TestRecipe: the image is built as a release is, of what is copied for it.
func TestRecipe(t *testing.T) {
	recipe := read(t, filepath.Join(root, "Dockerfile"))
	for _, want := range []string{"CGO_ENABLED=0", "-trimpath", `-ldflags="-s -w"`, "./cmd/" + command, "\nFROM scratch\n"} {
		if !strings.Contains(recipe, want) {
			t.Errorf("the Dockerfile has no %s", want)
		}
	}
	// go.mod begins with the version of Go, as the image does.
	version := strings.Split(strings.SplitN(strings.SplitN(read(t, filepath.Join(root, "go.mod")), "\ngo ", 2)[1], "\n", 2)[0], ".")
	if image := "FROM golang:" + strings.Join(version[:2], "."); strings.Count(recipe, image+" ") != strings.Count(recipe, "FROM golang:") {
		t.Errorf("an image is not %s", image)
	}
	for _, line := range strings.Split(read(t, filepath.Join(root, ".dockerignore")), "\n") {
		if name, ok := strings.CutPrefix(line, "!"); ok {
			if _, err := os.Stat(filepath.Join(root, name)); err != nil {
				t.Error(err)
			}
		}
	}
}

func runs(t *testing.T, program []byte) {
	t.Helper()
	file := filepath.Join(t.TempDir(), command)
	if err := os.WriteFile(file, program, 0o755); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(file, "version").CombinedOutput(); err != nil || !strings.HasPrefix(string(out), "sessionlint ") {
		t.Errorf("%v: %s", err, out)
	}
}

// checkMaterials: every module that is in the program is on the list.
func checkMaterials(t *testing.T, file string, info *buildinfo.BuildInfo) {
	t.Helper()
	var bom struct {
		BOMFormat, SpecVersion string
		Metadata               struct{ Component struct{ Name string } }
		Components             []struct{ Purl string }
	}
	if err := json.Unmarshal([]byte(read(t, file)), &bom); err != nil {
		t.Fatal(err)
	}
	if bom.BOMFormat != "CycloneDX" || bom.SpecVersion == "" || bom.Metadata.Component.Name != info.Main.Path {
		t.Errorf("got %+v", bom)
	}
	var got []string
	for _, c := range bom.Components {
		got = append(got, c.Purl)
	}
	want := []string{"pkg:golang/std@" + strings.TrimPrefix(info.GoVersion, "go")}
	for _, d := range info.Deps {
		want = append(want, "pkg:golang/"+d.Path+"@"+d.Version)
	}
	if strings.Join(got, " ") != strings.Join(want, " ") || len(want) < 3 {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestReproducible builds for this system twice: here with the cache, and a copy
// of the source elsewhere with an empty one. The archives are equal.
func TestReproducible(t *testing.T) {
	elsewhere := filepath.Join(t.TempDir(), "a", "copy")
	copyTree(t, elsewhere)
	this := []target{{runtime.GOOS, runtime.GOARCH}}
	var sums []string
	for i, from := range []string{root, elsewhere} {
		if i > 0 {
			t.Setenv("GOCACHE", t.TempDir())
		}
		dir, err := filepath.Abs(from)
		if err != nil {
			t.Fatal(err)
		}
		r := release{root: dir, out: filepath.Join(t.TempDir(), "dist"), version: snapshot, when: time.Unix(1_700_000_000, 0).UTC()}
		if err := r.write(this); err != nil {
			t.Fatal(err)
		}
		sums = append(sums, read(t, filepath.Join(r.out, "checksums.txt")))
	}
	if sums[0] != sums[1] {
		t.Errorf("here\n%selsewhere\n%s", sums[0], sums[1])
	}
}

// TestOnlyTags: nothing but a tag is released.
func TestOnlyTags(t *testing.T) {
	err := run(root, filepath.Join(t.TempDir(), "dist"), "v99.0.0")
	if err == nil || !strings.Contains(err.Error(), "not at the tag v99.0.0") {
		t.Errorf("error %v", err)
	}
}

// copyTree copies what the command is built from.
func copyTree(t *testing.T, to string) {
	t.Helper()
	if err := os.MkdirAll(to, 0o777); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"analyzer", "cmd", "go.mod", "go.sum", "LICENSE", "README.md", "CHANGELOG.md"} {
		from := filepath.Join(root, name)
		info, err := os.Stat(from)
		if err != nil {
			t.Fatal(err)
		}
		if info.IsDir() {
			err = os.CopyFS(filepath.Join(to, name), os.DirFS(from))
		} else {
			err = os.WriteFile(filepath.Join(to, name), []byte(read(t, from)), 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// unpacked is the files of an archive, whichever form it has.
func unpacked(t *testing.T, name string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	keep := func(name string, r io.Reader, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		if files[name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	if zr, err := zip.OpenReader(name + ".zip"); err == nil {
		defer zr.Close()
		for _, f := range zr.File {
			r, err := f.Open()
			keep(f.Name, r, err)
		}
		return files
	}
	zr, err := gzip.NewReader(strings.NewReader(read(t, name+".tar.gz")))
	if err != nil {
		t.Fatal(err)
	}
	for tr := tar.NewReader(zr); ; {
		h, err := tr.Next()
		if err == io.EOF {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		keep(h.Name, tr, nil)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
