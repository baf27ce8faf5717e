// A function given to a template runs when the handler executes the template.
package main

import (
	"database/sql"
	"html/template"
	"log"
	"net/http"
	"os"
)

func userName(id string) (name string) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return ""
	}
	defer db.Close()
	_ = db.QueryRow("select name from users where id = $1", id).Scan(&name)
	return name
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		t := template.Must(template.New("page").Funcs(template.FuncMap{"user": userName}).Parse(`{{user .}}`))
		_ = t.Execute(w, r.FormValue("id"))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
