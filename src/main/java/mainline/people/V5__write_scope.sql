alter table access_token
    drop constraint access_token_scope_check,
    add constraint access_token_scope_check check (scope in ('READ', 'PUSH', 'WRITE'));
