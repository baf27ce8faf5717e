package vet

import (
	"archive/zip"
	"fmt"
	"io"
	"os"

	"github.com/sessionlint/sessionlint/analyzer"
	"github.com/sessionlint/sessionlint/analyzer/fix"
)

// edits are the first fix of each finding that has one, in bytes of files.
func edits(found []analyzer.Diagnostic) [][]fix.Edit {
	var out [][]fix.Edit
	for _, d := range found {
		if len(d.Fixes) == 0 {
			continue
		}
		var list []fix.Edit
		for _, e := range d.Fixes[0].TextEdits {
			at := d.Bytes(e)
			list = append(list, fix.Edit{File: at.File, Start: at.Start, End: at.End, Text: string(e.NewText)})
		}
		out = append(out, list)
	}
	return out
}

// fix changes the package's files, or shows what would change. The go command
// names an archive for the changed files and writes them itself, since two
// variants of a package may change the same file.
func (c *vetConfig) fix(found []analyzer.Diagnostic, diff bool, stdout io.Writer) (int, error) {
	if c.VetxOnly {
		return exitClean, nil // the package was not asked for
	}
	files, _ := fix.Apply(edits(found), os.ReadFile)
	if diff {
		for _, f := range files {
			if _, err := stdout.Write(fix.Diff(f)); err != nil {
				return 0, fmt.Errorf("writing the diff: %w", err)
			}
		}
		return exitClean, nil // the go command throws away what a failing tool printed
	}
	if c.FixArchive != "" {
		return exitClean, archive(c.FixArchive, files)
	}
	for _, f := range files {
		if err := os.WriteFile(f.Name, f.After, 0o666); err != nil {
			return 0, fmt.Errorf("writing what was fixed: %w", err)
		}
	}
	return exitClean, nil
}

func archive(name string, files []fix.File) (err error) {
	out, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("creating the archive of fixed files: %w", err)
	}
	defer func() {
		if cerr := out.Close(); err == nil && cerr != nil {
			err = fmt.Errorf("writing the archive of fixed files: %w", cerr)
		}
	}()
	z := zip.NewWriter(out)
	for _, f := range files {
		w, err := z.Create(f.Name)
		if err == nil {
			_, err = w.Write(f.After)
		}
		if err != nil {
			return fmt.Errorf("writing the archive of fixed files: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("writing the archive of fixed files: %w", err)
	}
	return nil
}

// jsonFix is a fix as go vet -json prints it.
type jsonFix struct {
	Message string     `json:"message"`
	Edits   []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	Filename string `json:"filename"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	New      string `json:"new"`
}

func jsonFixes(d analyzer.Diagnostic) []jsonFix {
	var out []jsonFix
	for _, x := range d.Fixes {
		f := jsonFix{Message: x.Message}
		for _, e := range x.TextEdits {
			at := d.Bytes(e)
			f.Edits = append(f.Edits, jsonEdit{at.File, at.Start, at.End, string(e.NewText)})
		}
		out = append(out, f)
	}
	return out
}
