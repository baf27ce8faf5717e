package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
)

// entry is a file of an archive.
type entry struct {
	name string
	mode int64
	data []byte
}

// archive packs the program and the texts for one system, and returns the name.
// Times, owners and the order are always the same.
func (r release) archive(t target, program string) (string, error) {
	files := []entry{{name: t.program(), mode: 0o755}, {name: "LICENSE", mode: 0o644}, {name: "README.md", mode: 0o644}, {name: "CHANGELOG.md", mode: 0o644}}
	for i := range files {
		from := filepath.Join(r.root, files[i].name)
		if i == 0 {
			from = program
		}
		var err error
		if files[i].data, err = os.ReadFile(from); err != nil {
			return "", err
		}
	}
	name, pack := command+"_"+r.version+"_"+t.String()+".tar.gz", r.tarball
	if t.os == "windows" {
		name, pack = command+"_"+r.version+"_"+t.String()+".zip", r.zipfile
	}
	f, err := os.Create(filepath.Join(r.out, name))
	if err != nil {
		return "", err
	}
	if err := pack(f, files); err != nil {
		f.Close()
		return "", err
	}
	return name, f.Close()
}

func (r release) tarball(w io.Writer, files []entry) error {
	zw := gzip.NewWriter(w)
	tw := tar.NewWriter(zw)
	for _, f := range files {
		h := &tar.Header{Name: f.name, Mode: f.mode, Size: int64(len(f.data)), ModTime: r.when, Format: tar.FormatUSTAR}
		if err := tw.WriteHeader(h); err != nil {
			return err
		}
		if _, err := tw.Write(f.data); err != nil {
			return err
		}
	}
	if err := tw.Close(); err != nil {
		return err
	}
	return zw.Close()
}

func (r release) zipfile(w io.Writer, files []entry) error {
	zw := zip.NewWriter(w)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: r.when}
		h.SetMode(os.FileMode(f.mode))
		fw, err := zw.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := fw.Write(f.data); err != nil {
			return err
		}
	}
	return zw.Close()
}
