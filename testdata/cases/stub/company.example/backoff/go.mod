module company.example/backoff

go 1.26
