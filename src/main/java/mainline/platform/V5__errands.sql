-- What went wrong with late work that waits in scheduled_tasks for another attempt, or was given up.
create table errand_failure (
    task_name text not null,
    task_instance text not null,
    attempts int not null,
    error text not null check (length(error) <= 1000),
    at timestamptz not null,
    -- Set when it is not tried again by itself; then what it was sent with is kept here.
    given_up timestamptz,
    task_data bytea,
    primary key (task_name, task_instance)
);
create index errand_failure_given_up on errand_failure (given_up) where given_up is not null;
