package cli

import (
	"errors"
	"os"
	"path/filepath"
)

// sourceBelow reads the files that a report names, for the code that some
// formats show. It reads nothing outside of the directory, whatever names a
// recorded report has in it.
func sourceBelow(dir string) func(string) ([]byte, error) {
	if dir == "" {
		return nil
	}
	return func(file string) ([]byte, error) {
		name, err := filepath.Localize(file)
		if err != nil {
			return nil, err
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			return nil, err
		}
		defer root.Close()
		info, err := root.Stat(name)
		if err != nil {
			return nil, err
		}
		if !info.Mode().IsRegular() { // a pipe would never end
			return nil, errors.New("not a regular file")
		}
		return root.ReadFile(name)
	}
}

func orHere(dir string) string {
	if dir == "" {
		return "."
	}
	return dir
}
