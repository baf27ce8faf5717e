package release

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"debug/buildinfo"
	"debug/elf"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// uploadable is what lies in dist for others: goreleaser's own notes lie there
// too, and each program in a directory.
func uploadable(t *testing.T, dist string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	list, err := os.ReadDir(dist)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		if !f.IsDir() && !slices.Contains([]string{"artifacts.json", "metadata.json", "config.yaml"}, f.Name()) {
			files[f.Name()] = []byte(read(t, filepath.Join(dist, f.Name())))
		}
	}
	return files
}

// unpacked is the files of an archive, whichever form it has. Their modes and
// owners do not depend on who packed them.
func unpacked(t *testing.T, name string, release map[string][]byte) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	keep := func(name string, mode fs.FileMode, r io.Reader) {
		t.Helper()
		var err error
		if files[name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		want := fs.FileMode(0o644)
		if strings.HasPrefix(name, command) {
			want = 0o755
		}
		if mode != want {
			t.Errorf("%s has the mode %s", name, mode)
		}
	}
	data := bytes.NewReader(release[name])
	if strings.HasSuffix(name, ".zip") {
		zr, err := zip.NewReader(data, data.Size())
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range zr.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			keep(f.Name, f.Mode(), r)
		}
		return files
	}
	zr, err := gzip.NewReader(data)
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
		if h.Uid != 0 || h.Gid != 0 || h.Uname != "root" || h.Gname != "root" {
			t.Errorf("%s belongs to %s, %s", h.Name, h.Uname, h.Gname)
		}
		keep(h.Name, h.FileInfo().Mode(), tr)
	}
}

// static reports whether a program for Linux runs by itself.
func static(t *testing.T, program []byte) bool {
	t.Helper()
	f, err := elf.NewFile(bytes.NewReader(program))
	if err != nil {
		t.Fatal(err)
	}
	return !slices.ContainsFunc(f.Progs, func(p *elf.Prog) bool { return p.Type == elf.PT_INTERP })
}

// checkMaterials: every module that is in the program is on the list.
func checkMaterials(t *testing.T, list []byte, info *buildinfo.BuildInfo) {
	t.Helper()
	var bom struct {
		BOMFormat, SpecVersion, SerialNumber string
		Metadata                             struct {
			Timestamp string
			Component struct{ Name, Version string }
		}
		Components []struct{ Purl string }
	}
	if err := json.Unmarshal(list, &bom); err != nil {
		t.Fatal(err)
	}
	if self := bom.Metadata.Component; bom.BOMFormat != "CycloneDX" || bom.SpecVersion == "" || self.Name != info.Main.Path || self.Version != tag {
		t.Errorf("got %+v", bom)
	}
	if bom.SerialNumber != "" || bom.Metadata.Timestamp != "" {
		t.Error("the list is another one each time")
	}
	var got []string
	for _, c := range bom.Components {
		got = append(got, c.Purl)
	}
	want := []string{"pkg:golang/std@" + info.GoVersion}
	for _, d := range info.Deps {
		want = append(want, "pkg:golang/"+d.Path+"@"+d.Version)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) || len(want) < 3 {
		t.Errorf("got %q, want %q", got, want)
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

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
