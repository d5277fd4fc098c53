import { DeskForm } from '@/components/desk/form/desk-form'
import { Checkbox, ChoiceGroup, Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { DemoItem, DemoPlan } from '@/domain/demo/plan'
import { counted, countWords, kindWord } from './count-words'
import styles from './demo.module.css'

/** Lists the rows that leave and those that stay, before the button that removes the demo edition. */
export function RemovalForm({ plan, action }: { plan: DemoPlan; action: FormAction }) {
	const { leaving, used } = plan
	return (
		<div className={styles.page}>
			<section aria-labelledby="leaving-heading">
				<h2 id="leaving-heading">This leaves</h2>
				<p>
					{countWords(leaving)}
					{leaving.stories > 0 ? ', with the invented votes and comments of the stories.' : '.'}
				</p>
				<ReadersWork plan={plan} />
				<p className={styles.soft}>
					The addresses of its stories answer “not found”. This cannot be undone; what your newsroom wrote,
					photographed or set up is not touched.
				</p>
			</section>
			{used.length > 0 && (
				<section aria-labelledby="used-heading">
					<h2 id="used-heading">This stays, because you use it</h2>
					<ul className={styles.items}>
						{used.map((item) => (
							<li key={item.key}>
								<Item item={item} />
							</li>
						))}
					</ul>
				</section>
			)}
			<DeskForm id="demo-removal" action={action} quiet>
				{plan.changed.length > 0 && <ChangedItems items={plan.changed} />}
				<TextField
					name="word"
					label="Type “remove” to confirm"
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
				/>
				<Submit variant="danger">Remove the demo edition</Submit>
			</DeskForm>
		</div>
	)
}

function ReadersWork({ plan: { readerComments, readerVotes } }: { plan: DemoPlan }) {
	if (readerComments + readerVotes === 0) return null
	return (
		<p>
			<strong>
				{[
					readerComments > 0 && counted(readerComments, ['comment', 'comments']),
					readerVotes > 0 && counted(readerVotes, ['vote', 'votes']),
				]
					.filter(Boolean)
					.join(' and ')}{' '}
				by real people on those stories
			</strong>{' '}
			{readerComments + readerVotes === 1 ? 'leaves' : 'leave'} with them.
		</p>
	)
}

/** Rows that the newsroom has changed: they stay unless they are ticked. */
function ChangedItems({ items }: { items: DemoItem[] }) {
	return (
		<ChoiceGroup
			name="also"
			legend="This stays, because you changed it"
			hint="Tick what shall leave too, with your changes. A story that stays keeps its history and loses the invented votes and comments."
		>
			{items.map((item) => (
				<Checkbox key={item.key} name="also" value={item.key} label={<Item item={item} />} />
			))}
		</ChoiceGroup>
	)
}

function Item({ item: { kind, name, href } }: { item: DemoItem }) {
	return (
		<>
			{href ? (
				<a href={href} dir="auto">
					{name}
				</a>
			) : (
				<bdi>{name}</bdi>
			)}{' '}
			<span className={styles.soft}>({kindWord(kind)})</span>
		</>
	)
}
