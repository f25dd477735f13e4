-- What the application may do. Run at every start, so that it holds for tables that came anew.

grant usage on schema public to ${applicationRole};

do $$
declare
    t text;
begin
    for t in select tablename from pg_tables where schemaname = 'public' and tablename like 'act\_%' loop
        execute format('grant select, insert, update, delete on %I to ${applicationRole}', t);
    end loop;
end $$;

grant usage on sequence case_number, risk_number, exemption_number to ${applicationRole};

grant select, insert, update on asset, risk, risk_case to ${applicationRole};
grant select, insert on initiative, case_act, position, decision, decision_option, decision_action, assurance
    to ${applicationRole};
grant update (state, in_force_since, ended_at, ended_because) on decision to ${applicationRole};

grant select, insert on challenge, challenge_statement, question, answer, judgement, agreement, referral, withdrawal,
    closure, reassignment to ${applicationRole};
grant update (state, closed_at) on referral to ${applicationRole};
grant select on unacceptable_risk to ${applicationRole};

grant select, insert on notice, notice_read to ${applicationRole};

grant select, insert, update, delete on node to ${applicationRole};
grant select on flyway_schema_history to ${applicationRole};
grant select, insert on person_subject, offices_claimed to ${applicationRole};
grant select, insert, update (status, location, body), delete on api_answer to ${applicationRole};

grant select, insert on asset_product, catalog_import, vulnerability, finding to ${applicationRole};

grant select, insert on committee_composition, committee_seat, committee_endorsement, plea, convening_refusal,
    voting_round, round_member, ballot, ballot_condition, tally, passing_on, ruling, ruling_condition, acknowledgement
    to ${applicationRole};
grant update (state, in_force_since) on ruling to ${applicationRole};

grant select, insert on exemption to ${applicationRole};
grant update (state, granted_at, attest_on, review_on, approved_by, approver_name, approver_role)
    on exemption to ${applicationRole};
grant select, insert on decision_asset, decision_basis, risk_rating, exemption_asset, exemption_change, attestation,
    attestation_check, exemption_review, exemption_advice, exemption_review_outcome, exemption_renewal, outdating, outdating_review,
    treatment_plan, action_result, treatment_verification, rules_applied, appetite_change, asset_change
    to ${applicationRole};
