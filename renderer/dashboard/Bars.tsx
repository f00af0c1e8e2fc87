import '@mantine/charts/styles.css';
import { BarChart, type BarChartProps } from '@mantine/charts';
import { formatCount } from '../ui/format';

const ROW_HEIGHT = 44;
const AXIS_HEIGHT = 72;
/** Pixels right of the longest bar, for its value. */
const VALUE_WIDTH = 48;
/** Above the highest line, for the upper half of its number. */
const TICK_HALF = 8;

export interface BarsProps extends Pick<BarChartProps, 'data' | 'series' | 'xAxisProps'> {
  /** What the chart says, for those who do not see it; the table has the rest. */
  label: string;
  /** The property of the data that names a bar. */
  dataKey: string;
  /** Bars to the right, with room for the names of what they stand for. */
  horizontal?: boolean;
  nameOf?: (key: string) => string;
}

/** Bars of counts, stacked by series. */
export default function Bars({
  label,
  horizontal = false,
  nameOf,
  series,
  data,
  ...chart
}: BarsProps) {
  const isStacked = series.length > 1;
  return (
    <div role="img" aria-label={label}>
      <BarChart
        {...chart}
        data={data}
        series={series}
        h={horizontal ? data.length * ROW_HEIGHT + AXIS_HEIGHT : 280}
        type="stacked"
        orientation={horizontal ? 'vertical' : 'horizontal'}
        withLegend={isStacked}
        // In the order of the series, which is not that of their names.
        legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
        tickLine="none"
        gridAxis={horizontal ? 'y' : 'x'}
        valueFormatter={formatCount}
        withBarValueLabel={horizontal && !isStacked}
        {...(horizontal
          ? { xAxisProps: { allowDecimals: false }, yAxisProps: { width: 176 } }
          : { yAxisProps: { allowDecimals: false, width: 56 } })}
        tooltipProps={{
          // Without a bar under the pointer there is none to name.
          labelFormatter: (key) => (typeof key === 'string' ? (nameOf?.(key) ?? key) : ''),
        }}
        barChartProps={{
          margin: { top: TICK_HALF, right: horizontal && !isStacked ? VALUE_WIDTH : 0 },
        }}
        maxBarWidth={28}
      />
    </div>
  );
}
