package config

import (
	"os"
	"testing"
)

func TestExample(t *testing.T) {
	c, err := ReadFile("example.yaml", "example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Catalog(""); err != nil {
		t.Error(err)
	}
	again, err := Parse([]byte(c.Show()), "shown")
	if err != nil {
		t.Fatalf("%v in\n%s", err, c.Show())
	}
	if c.Show() != again.Show() {
		t.Errorf("settings that were printed and read again are others:\n%s\n%s", c.Show(), again.Show())
	}
}

// TestSchemaFile: the schema that editors fetch is the one that is printed.
func TestSchemaFile(t *testing.T) {
	want, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE_SCHEMA") != "" {
		if err := os.WriteFile("schema.json", want, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Error("schema.json is not what the description says: run with UPDATE_SCHEMA=1")
	}
}
