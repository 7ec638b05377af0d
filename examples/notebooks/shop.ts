import { anyActivity } from "../../src/analyses";
import { analysis, prose, query, type Story } from "./cells";

export const shop: Story = {
  tables: [
    {
      table: "orders",
      file: "shop/orders.csv",
      roles: { customer: "customer", time: "date", order: "order_id", amount: "amount" },
      rule: anyActivity,
    },
  ],
  notebook: {
    id: "example-shop",
    title: "Do our buyers come back?",
    settings: { runMode: "auto", weekStart: "monday" },
    foreign: {},
    cells: [
      prose(
        "intro",
        `
      # Do our buyers come back?

      A made-up shop: 2,000 customers, every order of 18 months. Nobody cancels a shop. A customer has left when they
      have not bought for longer than they usually wait, so the first question is how long they usually wait.`,
      ),
      analysis("activity", "relevant-activity", "orders", {}),
      prose(
        "month",
        `
      ## A month is too short

      Half of those who come back wait five weeks or more between two orders. Counted by month, most buyers look lost,
      and many of them return soon after:`,
      ),
      analysis("by-month", "attrition-over-time", "orders", { mode: "activity", grain: "month" }),
      prose(
        "quarter",
        `
      ## A quarter says more

      By quarter one period stands out: after the sale of November 2024, far more buyers than usual stayed away.`,
      ),
      analysis("by-quarter", "attrition-over-time", "orders", {
        mode: "activity",
        grain: "quarter",
        baseline: 3,
      }),
      analysis("first-quarter", "attrition", "orders", {
        mode: "interval",
        period: "quarter",
        start: "2025-01-01",
        end: "2025-04-01",
      }),
      prose(
        "sale",
        `
      ## Was it the sale?

      Compare those who first bought in the month of the sale with all others: how many bought again within 90 days?
      Only customers who could be seen that long are counted.`,
      ),
      query(
        "first-orders",
        "first_orders",
        `
      with days as (
        select distinct customer, date from orders where customer is not null
      ), placed as (
        select customer, min(date) over (partition by customer) as first_day, date
        from days
      )
      select customer, first_day, min(date) filter (date > first_day) as second_day
      from placed
      group by customer, first_day
      order by first_day, customer`,
      ),
      query(
        "came-back",
        "came_back",
        `
      select first_day between date '2024-11-01' and date '2024-11-30' as in_the_sale,
        count(*) as customers,
        count(*) filter (second_day <= first_day + 90) as back_within_90_days,
        round(100 * back_within_90_days / customers, 1) as percent
      from first_orders
      where first_day + 90 <= date '2025-06-18'
      group by in_the_sale
      order by in_the_sale desc`,
      ),
      prose(
        "second",
        `
      ## The second purchase

      Most of what a shop loses, it loses after the first order. Three readings of the same question, the curve to the
      second purchase for everybody, and the leak by month:`,
      ),
      analysis("second-purchase", "repeat-purchase", "orders", { window: 90 }),
      prose(
        "by-cohort",
        `
      By month of the first order: the buyers of the sale are one row. Cells that are still running are hatched and stay
      out of the averages.`,
      ),
      analysis("cohorts", "cohort-matrix", "orders", { grain: "month", offsets: 8 }),
      prose(
        "conclusion",
        `
      The sale brought many first orders and few customers. Whether the discount drew people who would never have stayed,
      or whether the shop gave them no reason to return, these numbers cannot tell.`,
      ),
    ],
  },
};
