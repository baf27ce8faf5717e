module github.com/99designs/gqlgen

go 1.26

require github.com/vektah/gqlparser/v2 v2.5.30
