package dev.parley.arbitration;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PageNumberTest {

	@ParameterizedTest
	@CsvSource({ "1, 0, 1, 1, 0, 0", "1, 3, 1, 1, 1, 3", "1, 4, 1, 2, 1, 3", "2, 4, 2, 2, 4, 4", "2, 6, 2, 2, 4, 6",
			"9, 7, 3, 3, 7, 7", "0, 7, 1, 3, 1, 3", "-5, 7, 1, 3, 1, 3", "2, 7, 2, 3, 4, 6" })
	void isTheNearestThatThereIs(int asked, int total, int number, int last, int first, int end) {
		List<Integer> all = IntStream.rangeClosed(1, total).boxed().toList();

		PageNumber page = PageNumber.of(asked, total, 3);

		assertThat(page).isEqualTo(new PageNumber(number, last, 3));
		assertThat(page.of(all)).isEqualTo(IntStream.rangeClosed(Math.max(first, 1), end).boxed().toList());
		assertThat(page.isFirst()).isEqualTo(number == 1);
		assertThat(page.isLast()).isEqualTo(number == last);
	}

}
