import { messages } from '@/lib/messages/messages'
import { PAGE_SIZES, SORTS, type ThreadOrder, VIEWS } from '@/lib/thread-order'

type Props = { slug: string; order: ThreadOrder }

/** Form of the order in which the comments of all stories are shown. */
export function ThreadOrderForm({ slug, order }: Props) {
	const words = messages().comments
	return (
		<form className="comment-order" method="post" action={`/news/${slug}/thread`}>
			<Choice
				name="sort"
				label={words.sort}
				values={SORTS}
				chosen={order.sort}
				wordOf={(sort) => words.sorts[sort]}
			/>{' '}
			<Choice
				name="view"
				label={words.view}
				values={VIEWS}
				chosen={order.view}
				wordOf={(view) => words.views[view]}
			/>{' '}
			<Choice name="size" label={words.size} values={PAGE_SIZES} chosen={order.size} wordOf={words.sizes} />{' '}
			<button type="submit" className="form-quiet">
				{words.showOrder}
			</button>
		</form>
	)
}

type ChoiceProps<Value> = {
	name: string
	label: string
	values: readonly Value[]
	chosen: Value
	wordOf: (value: Value) => string
}

function Choice<Value extends string | number>({ name, label, values, chosen, wordOf }: ChoiceProps<Value>) {
	return (
		<label>
			{label}{' '}
			<select name={name} defaultValue={chosen}>
				{values.map((value) => (
					<option key={value} value={value}>
						{wordOf(value)}
					</option>
				))}
			</select>
		</label>
	)
}
