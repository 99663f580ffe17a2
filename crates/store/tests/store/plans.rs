//! How SQLite answers the lists of the portal: every built-in view in every sequence is read from an index, for one
//! account and for everybody, on the first page and on the others.

use portal_model::list::requests::{Asking, Figure};
use portal_model::list::{Column, Filter, ListKind, ListQuery, Sort, views};
use portal_model::status::OrderStatus;
use portal_odata::Query;
use portal_store::generate::generate;
use portal_store::read::{self, Annotations, Observed, Page, Question};
use portal_store::schema::Table;
use portal_store::{Db, Role, Viewer};
use uuid::Uuid;

use crate::fixture::administrator;

/// Rows of a page.
const PAGE: u64 = 5;

/// A database with orders, and the representative of the account that has most of them.
async fn database() -> (Db, Viewer) {
    let db = Db::temporary().await.unwrap();
    generate(&db, 3000, 1).await.unwrap();
    let most = "SELECT customeraccountid FROM salesorder GROUP BY 1 ORDER BY COUNT(*) DESC, 1 LIMIT 1";
    let account: String = sqlx::query_scalar(most).fetch_one(db.reads()).await.unwrap();
    let account = Some(account.parse().unwrap());
    (db, Viewer { contact: Uuid::nil(), account, role: Role::CustomerRepresentative })
}

/// Asks as the portal does; gives what it took.
async fn ask(db: &Db, viewer: Viewer, address: &str, size: impl Into<Option<u64>>) -> (Page, Vec<Observed>) {
    let (set, query) = address.split_once('?').unwrap();
    let (table, query) = (Table::of_set(set).unwrap(), Query::parse(query).unwrap());
    let annotations = Annotations::parse("*");
    let question = Question { viewer, table, query, page_size: size.into(), annotations };
    read::observe(db, question).await.unwrap()
}

fn asking() -> Asking {
    Asking { today: "2026-05-15".parse().unwrap(), watched: Vec::new() }
}

/// Every list that the portal offers a name for, in every sequence.
fn lists() -> Vec<ListQuery> {
    let mut lists = Vec::new();
    for kind in [ListKind::Orders, ListKind::Lines] {
        for name in views::names(kind) {
            let view = views::built_in(kind, name).unwrap();
            for by in Column::all(kind).iter().copied().filter(|by| by.sorted_by(kind).is_some()) {
                for descending in [false, true] {
                    lists.push(ListQuery { sort: Sort { by, descending }, ..view.clone() });
                }
            }
        }
    }
    lists
}

#[tokio::test]
async fn every_view_is_read_from_an_index_in_every_sequence() {
    let (db, representative) = database().await;
    let mut dear = Vec::new();
    for list in lists() {
        let address = list.to_odata(&asking());
        for viewer in [representative, administrator()] {
            let (first, mut observed) = ask(&db, viewer, &address, PAGE).await;
            if let Some(next) = first.next {
                observed.extend(ask(&db, viewer, &format!("{address}&$skiptoken={next}"), PAGE).await.1);
            }
            let problems = observed.iter().filter_map(|statement| {
                let problem = statement.problem()?;
                Some(format!("{} {address}\n  {problem}\n  {}", viewer.role, statement.text))
            });
            dear.extend(problems);
        }
    }
    assert!(dear.is_empty(), "{} plans:\n{}", dear.len(), dear.join("\n"));
}

#[tokio::test]
async fn the_deepest_page_costs_what_the_first_costs() {
    let (db, representative) = database().await;
    let all = |list: &ListQuery| list.view.as_deref() == Some("all");
    for list in lists().iter().filter(|list| all(list)) {
        let address = list.to_odata(&asking()).replace("&$count=true", "");
        for viewer in [representative, administrator()] {
            let (mut page, observed) = ask(&db, viewer, &address, 50).await;
            let first = instructions(&observed);
            let mut deepest = None;
            while let Some(next) = page.next {
                deepest = Some(format!("{address}&$skiptoken={next}"));
                page = ask(&db, viewer, &deepest.clone().unwrap(), 700).await.0;
            }
            let Some(deepest) = deepest else { continue };
            let (_, observed) = ask(&db, viewer, &deepest, 50).await;
            let begins: Vec<_> = observed.iter().filter_map(|statement| statement.plan.first()).collect();
            assert!(begins.iter().all(|step| !step.starts_with("SCAN t")), "{address}: {begins:?}");
            let deepest = instructions(&observed);
            assert!(deepest * 10 <= first * 11, "{} {address}: {first}, {deepest}", viewer.role);
        }
    }
}

/// What a page took, but for what is read along for its rows.
fn instructions(observed: &[Observed]) -> i32 {
    observed.iter().filter(|statement| statement.text.contains(" LIMIT ")).map(|it| it.instructions).sum()
}

#[tokio::test]
async fn a_count_reads_no_more_rows_than_it_tells() {
    let (db, _) = database().await;
    let counting = |top: &'static str| {
        let db = db.clone();
        async move {
            let address = format!("salesorderdetails?$select=quantity&$count=true{top}");
            let (page, observed) = ask(&db, administrator(), &address, 1).await;
            let count = observed.iter().find(|statement| statement.text.contains("COUNT(*)")).unwrap();
            (page.count.unwrap(), count.instructions)
        }
    };
    let (all, instructions) = counting("").await;
    assert_eq!(all, 5000, "there are more lines");
    let (some, fewer) = counting("&$filter=lineitemnumber eq 1".replace(' ', "%20").leak()).await;
    assert_eq!(some, 3000);
    assert!(instructions < 5000 * 12, "{instructions}, {fewer}");
}

#[tokio::test]
async fn figures_of_an_account_are_read_from_an_index_alone() {
    let (db, representative) = database().await;
    let all = ListQuery::of(ListKind::Orders);
    let cases = [
        (representative, Figure::Count, "salesorder_of_account_placed (customeraccountid=?)"),
        (administrator(), Figure::Count, "salesorder_figures"),
        (administrator(), Figure::Amount, "salesorder_figures"),
    ];
    for (viewer, figure, index) in cases {
        let (_, observed) = ask(&db, viewer, &all.per_status(&asking(), figure), PAGE).await;
        let step = observed[0].plan.first().unwrap();
        assert!(step.ends_with(&format!("USING COVERING INDEX {index}")), "{step}");
    }
}

#[tokio::test]
async fn what_has_changed_is_searched_for_by_the_time_of_change() {
    let (db, representative) = database().await;
    let all = ListQuery::of(ListKind::Orders);
    let address = all.changed_since(&asking(), "2026-05-14T00:00:00Z");
    for (viewer, index) in [
        (representative, "salesorder_of_account_changed (customeraccountid=? AND modifiedon>?)"),
        (administrator(), "salesorder_changed (modifiedon>?)"),
    ] {
        let (_, observed) = ask(&db, viewer, &address, None).await;
        for statement in observed {
            assert!(statement.plan.iter().any(|step| step.ends_with(index)), "{:?}", statement.plan);
        }
    }
}

#[tokio::test]
async fn what_is_on_lines_is_looked_up_in_indexes_and_never_line_by_line() {
    let (db, representative) = database().await;
    let any = "salesorders?$select=name&$orderby=createdon%20desc,salesorderid%20desc&$count=true&$filter=order_details/any(l:\
               contains(l/productid/name,'lamp')%20or%20l/productid/msdyn_productnumber%20eq%20'x')";
    let (_, observed) = ask(&db, administrator(), any, PAGE).await;
    for statement in observed.iter().filter(|statement| statement.text.contains("CASE WHEN")) {
        let plan = statement.plan.join("\n");
        assert!(plan.contains("USING COVERING INDEX salesorderdetail_of_product (productid=?)"), "{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{plan}");
        // Products are looked through for a list, which is made once.
        for steps in statement.plan.windows(2).filter(|steps| steps[1].starts_with("SCAN t")) {
            assert!(steps[0].starts_with("LIST SUBQUERY") || steps[1].contains("INDEX"), "{plan}");
        }
    }
    let (_, observed) = ask(&db, representative, any, PAGE).await;
    let plan = observed[0].plan.join("\n");
    assert!(
        plan.starts_with("SEARCH t USING") && plan.contains("salesorderdetail_of_order (salesorderid=?)"),
        "{plan}"
    );
}

#[tokio::test]
async fn lines_of_one_order_are_found_by_its_number_and_others_are_read_from_an_index() {
    let (db, representative) = database().await;
    let lines =
        "salesorderdetails?$select=quantity&$orderby=createdon%20desc,salesorderdetailid%20desc&$filter=";
    let number =
        "salesorderid/msdyn_salesordernumber%20eq%20'G-0000007'%20and%20salesorderid/statecode%20ne%202";
    for viewer in [representative, administrator()] {
        let (_, observed) = ask(&db, viewer, &format!("{lines}{number}"), PAGE).await;
        let plan = observed[0].plan.join("\n");
        assert!(plan.contains("msdyn_salesordernumber=?)"), "{plan}");
        assert!(!plan.contains("SCAN"), "{plan}");
    }
    let product = "contains(productid/name,'lamp')%20or%20contains(productid/msdyn_productnumber,'lamp')";
    let (_, observed) = ask(&db, administrator(), &format!("{lines}{product}"), PAGE).await;
    let plan = &observed[0].plan;
    assert!(
        plan[0].starts_with("SCAN t USING") && plan[0].ends_with("INDEX salesorderdetail_placed"),
        "{plan:?}"
    );
    assert_eq!(plan.iter().filter(|step| step.starts_with("LIST SUBQUERY")).count(), 1, "{plan:?}");
}

#[tokio::test]
async fn the_lines_of_one_order_are_found_by_it_whoever_asks() {
    let (db, representative) = database().await;
    let user = Viewer { role: Role::AuthorizedUser, ..representative };
    let order: String =
        sqlx::query_scalar("SELECT MIN(salesorderid) FROM salesorder").fetch_one(db.reads()).await.unwrap();
    for viewer in [administrator(), representative, user] {
        for rest in ["", "&$orderby=lineitemnumber", "&$orderby=quantity&$count=true"] {
            let address = format!(
                "salesorderdetails?$select=quantity&$filter=_salesorderid_value%20eq%20{order}{rest}"
            );
            for statement in ask(&db, viewer, &address, None).await.1 {
                let plan = statement.plan.join("\n");
                assert!(plan.contains("salesorderdetail_of_order (salesorderid=?)"), "{address} {plan}");
            }
        }
    }
}

#[tokio::test]
async fn the_largest_questions_that_the_portal_asks_are_within_the_limits() {
    let (db, representative) = database().await;
    let statuses = Filter::Status(OrderStatus::ALL.to_vec());
    let numbers: Vec<_> = (1..=100).map(|number| format!("G-{number:07}")).collect();
    for kind in [ListKind::Orders, ListKind::Lines] {
        for search in ["blue lamp with shade for the hall".to_owned(), numbers.join("\n")] {
            let open = if kind == ListKind::Lines { Filter::Open } else { Filter::Unnumbered };
            let list = ListQuery { search: search.clone(), ..ListQuery::of(kind) };
            let list = list.with(statuses.clone()).with(Filter::Late).with(open);
            for viewer in [representative, administrator()] {
                ask(&db, viewer, &list.to_odata(&asking()), PAGE).await;
            }
        }
        let found = ListQuery { search: "g-0000007".into(), ..ListQuery::of(kind) };
        let (page, _) = ask(&db, administrator(), &found.to_odata(&asking()), PAGE).await;
        assert!(page.count.is_some_and(|count| (1..=5).contains(&count)), "{:?}", page.count);
    }
}
