package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Anything nobody foresaw: logged once with a number, and only the number is shown. */
@Singleton
final class FaultHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, Throwable fault) {
        var trace = UUID.randomUUID().toString();
        LOG.error("fault {} at {} {}", trace, request.getMethodName(), request.getPath(), fault);
        return Problems.fault(request, trace);
    }
}
