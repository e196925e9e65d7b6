using Journal.StoreWorker;
using Npgsql;

// A process for the tests to kill: JOB CONNECTION-STRING [ARGUMENT]
await using var db = NpgsqlDataSource.Create(args[1]);
await new Jobs(db).RunAsync(args[0], args.ElementAtOrDefault(2) ?? "", CancellationToken.None);
